import { type ListedSource, SOURCE_HEALTH, type SourceGroups } from '#lib/model/desk-sources.ts';
import { SourceCard } from './SourceCard.tsx';

type Props = {
  groups: SourceGroups;
  /** Whether a list of sources is set, so that somebody asks them. */
  isListed: boolean;
  mayAsk: boolean;
  formKey: string;
};

const TITLES: Record<keyof SourceGroups, string> = {
  failing: 'Failing: they gave nothing when they were last asked',
  gone: 'Gone for good: they are asked no more',
  fresh: 'Not asked yet',
  working: 'Working',
};

/** The feeds that the server asks by itself, those that fail first. How they are is said in words, in a
 *  heading over each group. */
export function SourcesPage({ groups, isListed, mayAsk, formKey }: Props) {
  const shown = SOURCE_HEALTH.filter((health) => groups[health].length > 0);
  return (
    <>
      {!isListed && (
        <p className="mt-3 text-plain">
          No list of sources is set, so nothing is asked here. LEDE_FEEDS names the file that lists
          them; docs/publishing.md says how, under “Feeds on a schedule”.
        </p>
      )}
      {isListed && shown.length === 0 && (
        <p className="mt-3 text-plain">The list of sources is empty.</p>
      )}
      {isListed && !mayAsk && (
        <p className="mt-3 text-plain">
          Your token may not have them asked: it needs publish. They are asked by themselves.
        </p>
      )}
      {shown.map((health) => (
        <section key={health} aria-labelledby={`sources-${health}`}>
          <h2 id={`sources-${health}`} className="mt-10 text-teaser">
            {TITLES[health]} ({groups[health].length})
          </h2>
          <ul>
            {groups[health].map((source: ListedSource) => (
              <SourceCard
                key={source.address}
                source={source}
                formKey={isListed && mayAsk ? formKey : null}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
