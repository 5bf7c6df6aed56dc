import { ActList } from '#components/desk/log/ActList.tsx';
import type { Alert } from '#lib/model/alert.ts';
import type { FailingSource, ToldAct, WaitingStory } from '#lib/model/desk-views.ts';
import { FailingSources } from './FailingSources.tsx';
import { StandingAlerts } from './StandingAlerts.tsx';
import { WaitingStories } from './WaitingStories.tsx';

type Props = {
  alerts: Alert[];
  waiting: WaitingStory[];
  failing: FailingSource[];
  acts: ToldAct[];
  /** Whether the token may raise alerts. */
  mayRaise: boolean;
  /** Whether the token may release stories. */
  mayPublish: boolean;
  timeZone: string;
};

/** What an editor at 3 a.m. needs first, in the order in which it can't wait. Each part says in words
 *  that there is nothing, so that an empty one is no riddle. */
export function OverviewPage({
  alerts,
  waiting,
  failing,
  acts,
  mayRaise,
  mayPublish,
  timeZone,
}: Props) {
  return (
    <>
      {mayRaise && (
        <p className="mt-6">
          <a
            href="/desk/alerts"
            className="target bg-alert px-6 py-3 font-bold text-on-alert text-teaser"
          >
            Raise an alert
          </a>
        </p>
      )}
      <StandingAlerts alerts={alerts} mayClear={mayRaise} timeZone={timeZone} />
      <WaitingStories stories={waiting} mayDecide={mayPublish} timeZone={timeZone} />
      <FailingSources sources={failing} timeZone={timeZone} />
      <section aria-labelledby="last-acts">
        <h2 id="last-acts" className="mt-10 text-teaser">
          What was done last
        </h2>
        <ActList acts={acts} timeZone={timeZone} />
        <p>
          <a href="/desk/log" className="target-text">
            All of the audit log
          </a>
        </p>
      </section>
    </>
  );
}
