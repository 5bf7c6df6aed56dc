import type { ListedStory, StoryTexts } from '#lib/model/desk-stories.ts';
import { LANGUAGES } from '#lib/model/language.ts';

type Props = { story: ListedStory; texts: StoryTexts };

/** What a story says now, to compare with what was typed before it was changed by somebody else. */
export function TextsNow({ story: { lang }, texts }: Props) {
  const inItsLanguage = { lang, dir: LANGUAGES[lang].dir };
  const parts = [
    ['Headline', texts.headline],
    ['Standfirst', texts.standfirst],
    [`Text, as ${texts.format}`, texts.text],
  ] as const;
  return (
    <section aria-labelledby="now" className="mt-10 max-w-[46rem]">
      <h2 id="now" className="text-teaser">
        What the story says now (version {texts.revision})
      </h2>
      <dl className="text-plain">
        {parts.map(([label, text]) => (
          <div key={label} className="mt-3">
            <dt className="font-bold">{label}</dt>
            <dd
              {...inItsLanguage}
              className="whitespace-pre-wrap border-control border-s-4 ps-4 [overflow-wrap:anywhere]"
            >
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
