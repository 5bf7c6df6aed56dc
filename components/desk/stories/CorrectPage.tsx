import { DeskButton } from '#components/desk/DeskButton.tsx';
import { Field, typed } from '#components/desk/Field.tsx';
import { FormKey } from '#components/desk/FormKey.tsx';
import { Tick } from '#components/desk/Tick.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { ListedStory, StoryTexts } from '#lib/model/desk-stories.ts';
import { LANGUAGES } from '#lib/model/language.ts';
import { TextsNow } from './TextsNow.tsx';

type Props = {
  story: ListedStory;
  texts: StoryTexts;
  formKey: string;
  reply: Reply | null;
};

/** Corrects a story. What was typed before stays; where the story was changed meanwhile, what it says
 *  now stands below, so that nobody puts an old text over it unseen. */
export function CorrectPage({ story, texts, formKey, reply }: Props) {
  const own = reply?.form === 'story-correct' && reply.kind === 'problem' ? reply : null;
  const shownIn = (field: 'headline' | 'standfirst' | 'text') =>
    own ? typed(own, field) : texts[field];
  const inItsLanguage = { lang: story.lang, dir: LANGUAGES[story.lang].dir };
  const hasMoved = own !== null && typed(own, 'revision') !== String(texts.revision);
  return (
    <>
      <form action="/desk/forms/story-correct" method="post" className="mt-4 max-w-[46rem]">
        <FormKey value={formKey} />
        <input type="hidden" name="id" value={story.id} />
        <input type="hidden" name="revision" value={texts.revision} />
        {story.hasWaiting && (
          <p className="text-plain">
            A newer version of this story waits for an editor. To correct this one lets that one go.
          </p>
        )}
        <Field id="headline" label="Headline" reply={own}>
          {(control) => (
            <input
              {...control}
              {...inItsLanguage}
              type="text"
              required
              maxLength={300}
              autoComplete="off"
              defaultValue={shownIn('headline')}
            />
          )}
        </Field>
        <Field id="standfirst" label="Standfirst" hint="May be empty." reply={own}>
          {(control) => (
            <textarea
              {...control}
              {...inItsLanguage}
              rows={3}
              maxLength={1000}
              defaultValue={shownIn('standfirst')}
            />
          )}
        </Field>
        <Field id="text" label={`Text, as ${texts.format}`} reply={own}>
          {(control) => (
            <textarea
              {...control}
              {...inItsLanguage}
              rows={20}
              required
              spellCheck
              defaultValue={shownIn('text')}
            />
          )}
        </Field>
        <Field
          id="note"
          label="Correction, for readers"
          hint="A sentence under the story that says what was wrong. Needed where readers have seen the text, unless it is only a typing error."
          reply={own}
        >
          {(control) => (
            <textarea
              {...control}
              {...inItsLanguage}
              rows={3}
              maxLength={2000}
              defaultValue={typed(own, 'note')}
            />
          )}
        </Field>
        <Tick id="typo" label="Only a typing error: nothing is told." reply={own} />
        <p className="mt-6 flex flex-wrap items-center gap-4">
          <DeskButton isMain>Correct the story</DeskButton>
          <a href={`/desk/stories/${story.id}`} className="target-text text-plain">
            Leave it as it is
          </a>
        </p>
      </form>
      {hasMoved && <TextsNow story={story} texts={texts} />}
    </>
  );
}
