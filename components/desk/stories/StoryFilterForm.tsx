import { DeskButton } from '#components/desk/DeskButton.tsx';
import { Field } from '#components/desk/Field.tsx';
import { STORY_CHOICES, type StoryChoice, type StoryFilter } from '#lib/model/desk-stories.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import { editionName } from '#lib/text/edition-name.ts';

type Props = { filter: StoryFilter; editions: readonly LanguageCode[] };

const NAMES: Record<StoryChoice, string> = {
  all: 'All stories',
  published: 'Published',
  held: 'Held, or with a newer version that waits',
  embargoed: 'Under embargo',
  withdrawn: 'Withdrawn',
  serious: 'With serious findings',
};

/** Which stories to list. It changes nothing, so it is sent with the address: a list can be kept. */
export function StoryFilterForm({ filter, editions }: Props) {
  return (
    <search>
      <form action="/desk/stories" method="get" className="max-w-[36rem]">
        <Field
          id="words"
          label="Words of the headline, or an address"
          hint="As /en/articles/night-ferries. An address finds its story whatever is chosen below."
          reply={null}
        >
          {(control) => <input {...control} type="search" defaultValue={filter.words} />}
        </Field>
        <Field id="state" label="State" reply={null}>
          {(control) => (
            <select {...control} defaultValue={filter.state}>
              {STORY_CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {NAMES[choice]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="lang" label="Edition" reply={null}>
          {(control) => (
            <select {...control} defaultValue={filter.lang}>
              <option value="all">All editions</option>
              {editions.map((lang) => (
                <option key={lang} value={lang}>
                  {editionName(lang)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="mt-5">
          <DeskButton isMain>Show stories</DeskButton>
        </p>
      </form>
    </search>
  );
}
