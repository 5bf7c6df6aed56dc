import { Marked } from '#components/ui/Marked.tsx';
import { Pages } from '#components/ui/Pages.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { pageOf, paths } from '#lib/model/paths.ts';
import type { EditionFrame, SearchAnswer, SearchHit } from '#lib/model/views.ts';

type Props = { answer: SearchAnswer; frame: EditionFrame };

/** What a search found: the number first, as the h1's own line, then the stories at level 3 with
 *  the words marked; where there are none, what to do instead. */
export function SearchResults({ answer, frame }: Props) {
  const { search: words } = messagesOf(frame.lang);
  const { query, page, hits, hasMore, total } = answer;
  const found =
    total === null
      ? formatMessage(words.foundMany, { count: 500, query }, frame.lang)
      : formatMessage(words.found, { count: total, query }, frame.lang);
  const path = paths.search(frame.lang);
  return (
    <div className="measure">
      <h1 className="text-headline">{words.title}</h1>
      <p className="mt-3 text-standfirst">{found}</p>
      {hits.length === 0 && <NothingFound frame={frame} />}
      {hits.length > 0 && <h2 className="sr-only">{words.results}</h2>}
      <ol className="mt-6 grid gap-6">
        {hits.map((hit) => (
          <li key={hit.story.id} className="border-hair border-t pt-4">
            <Hit hit={hit} frame={frame} />
          </li>
        ))}
      </ol>
      <Pages
        lang={frame.lang}
        newer={page > 1 ? { href: pageOf(path, page - 1, { q: query }), label: words.fewer } : null}
        older={hasMore ? { href: pageOf(path, page + 1, { q: query }), label: words.more } : null}
      />
    </div>
  );
}

function Hit({ hit, frame }: { hit: SearchHit; frame: EditionFrame }) {
  const { story } = hit;
  return (
    <article>
      <h3 className="text-teaser">
        <a href={paths.article(story.lang, story.slug)} className="quiet-link target-text">
          <Marked text={hit.headline} />
        </a>
      </h3>
      <p className="mt-1 text-plain">
        <Marked text={hit.excerpt} />
      </p>
      <p className="mt-1 text-note text-quiet">
        {sectionName(story.section, frame.lang)} ·{' '}
        <Timestamp at={story.published} frame={frame} show="day" />
      </p>
    </article>
  );
}

function NothingFound({ frame }: { frame: EditionFrame }) {
  const { search: words } = messagesOf(frame.lang);
  return (
    <>
      <p className="mt-4 text-plain">{words.noneHint}</p>
      <ul className="mt-2 flex flex-wrap gap-3">
        {frame.sections.map((section) => (
          <li key={section.slug}>
            <a
              href={paths.section(frame.lang, section.slug)}
              className="target rounded border border-control px-4 text-ink text-note no-underline hover:underline"
            >
              {sectionName(section, frame.lang)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
