import { InLanguage } from '#components/desk/InLanguage.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { ToldAct } from '#lib/model/desk-views.ts';

type Props = { acts: ToldAct[]; timeZone: string };

/** Acts as sentences, newest first: a list, since a table of them is too wide for a phone. What they
 *  quote is read out in its own language (WCAG 2.2, 3.1.2). */
export function ActList({ acts, timeZone }: Props) {
  if (acts.length === 0) return <p className="mt-2 text-plain">Nothing was done yet.</p>;
  return (
    <ol className="mt-2 text-plain">
      {acts.map((act) => (
        <li key={act.seq} className="border-hair border-b py-3 [overflow-wrap:anywhere]">
          <Words {...act} />{' '}
          <span className="block text-note text-quiet">
            <Timestamp at={act.at} frame={{ lang: 'en', timeZone }} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Words({ words, quote }: ToldAct) {
  const start = quote ? words.indexOf(`“${quote.text}”`) : -1;
  if (!quote || start === -1) return words;
  const [begin, end] = [start + 1, start + 1 + quote.text.length];
  return (
    <>
      {words.slice(0, begin)}
      <InLanguage lang={quote.lang}>{quote.text}</InLanguage>
      {words.slice(end)}
    </>
  );
}
