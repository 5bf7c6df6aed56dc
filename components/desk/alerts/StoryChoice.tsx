import type { ReactNode } from 'react';
import { InLanguage } from '#components/desk/InLanguage.tsx';
import { Radios } from '#components/desk/Radios.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { LinkedStory } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';

type Props = {
  id: string;
  legend: ReactNode;
  stories: LinkedStory[];
  reply: Reply | null;
  timeZone: string;
};

/** Several stories have what was typed: the editor says which is meant. None is chosen beforehand. */
export function StoryChoice({ id, legend, stories, reply, timeZone }: Props) {
  const choices = stories.map(({ path, lang, headline, published }) => ({
    value: path,
    words: (
      <>
        <InLanguage lang={lang}>{headline}</InLanguage>,{' '}
        <Timestamp at={published} frame={{ lang: 'en', timeZone }} />
      </>
    ),
  }));
  return (
    <>
      <Radios
        id={id}
        legend={legend}
        choices={[...choices, { value: 'none', words: 'No link' }]}
        chosen={reply?.fields[id]?.[0] ?? null}
        reply={reply}
      />
      <p className="text-note text-quiet">If it is not among these, type more of its headline.</p>
    </>
  );
}
