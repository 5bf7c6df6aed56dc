import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { FailingSource } from '#lib/model/desk-views.ts';

type Props = { sources: FailingSource[]; timeZone: string };

/** The others are a page away. */
const SHOWN = 5;

/** Sources that gave nothing when they were last asked, and why. */
export function FailingSources({ sources, timeZone }: Props) {
  const frame = { lang: 'en', timeZone } as const;
  return (
    <section aria-labelledby="failing">
      <h2 id="failing" className="mt-10 text-teaser">
        Sources that fail
      </h2>
      {sources.length === 0 && <p className="mt-2 text-plain">None.</p>}
      <ul className="text-plain">
        {sources.slice(0, SHOWN).map(({ address, name, error, failures, succeededAt }) => (
          <li key={address} className="mt-3">
            <strong>{name}</strong>: {error}{' '}
            <span className="block text-note text-quiet">
              {failures > 1 ? `${failures} times in a row. ` : ''}
              {succeededAt ? (
                <>
                  It last answered <Timestamp at={succeededAt} frame={frame} />.
                </>
              ) : (
                'It has never answered yet.'
              )}
            </span>
          </li>
        ))}
      </ul>
      {sources.length > 0 && (
        <p>
          <a href="/desk/sources" className="target-text">
            All sources ({sources.length} fail)
          </a>
        </p>
      )}
    </section>
  );
}
