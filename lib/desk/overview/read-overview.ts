import type { Alert } from '#lib/model/alert.ts';
import type { FailingSource, ToldAct, WaitingStory } from '#lib/model/desk-views.ts';
import { standingAlerts } from '#lib/store/alert-lists.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { listHeld } from '#lib/store/held.ts';
import { allSources, type StoredSource } from '#lib/store/sources.ts';
import type { Desk } from '../desk.ts';
import { tellAct } from '../log/tell-act.ts';

export type Overview = {
  alerts: Alert[];
  waiting: WaitingStory[];
  failing: FailingSource[];
  acts: ToldAct[];
};

const LAST_ACTS = 10;

/** What an editor needs first: what readers are told, what waits, what fails, what was done. */
export async function readOverview({ store, config }: Desk): Promise<Overview> {
  const [alerts, waiting, sources, acts] = await Promise.all([
    standingAlerts(store, new Date().toISOString()),
    listHeld(store),
    allSources(store),
    listActs(store, { limit: LAST_ACTS }),
  ]);
  return {
    alerts,
    waiting,
    failing: sources.flatMap(failureOf),
    acts: acts.map((act) => tellAct(act, config.timeZone)),
  };
}

function failureOf({ address, name, state }: StoredSource): FailingSource[] {
  const { error, isGone, failures, succeededAt } = state;
  if (error === null && !isGone) return [];
  const words = error ?? 'Its server says that it is gone for good.';
  return [{ address, name, error: words, failures, succeededAt }];
}
