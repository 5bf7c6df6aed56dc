import { SectionHeading } from '#components/ui/SectionHeading.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { Correction } from '#lib/model/article.ts';
import type { EditionFrame } from '#lib/model/views.ts';

type Props = { corrections: Correction[]; frame: EditionFrame };

/** What was put right since publication, dated, in a part of its own with a heading. */
export function Corrections({ corrections, frame }: Props) {
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="mt-10">
      <SectionHeading id="corrections">{messagesOf(frame.lang).article.corrections}</SectionHeading>
      <ul className="grid gap-4 text-plain">
        {corrections.map(({ at, text }) => (
          <li key={at + text}>
            <p className="text-note text-quiet">
              <Timestamp at={at} frame={frame} />
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
