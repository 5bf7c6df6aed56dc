import type { ToldAct } from '#lib/model/desk-views.ts';
import { listActs } from '#lib/store/audit-log.ts';
import type { Desk } from '../desk.ts';
import { tellAct } from './tell-act.ts';

const ON_A_PAGE = 50;

export type LogPage = {
  acts: ToldAct[];
  /** Whether newer acts stand on pages before this one. */
  hasNewer: boolean;
  /** Before which number the next page begins; null on the last. */
  older: number | null;
};

/** A page of the audit log, newest first: the newest acts before number `before`, as an address says
 *  it. What is no number begins at the newest. */
export async function readLog({ store, config }: Desk, before: string): Promise<LogPage> {
  const isNumber = /^[1-9]\d{0,14}$/.test(before);
  const asked = isNumber ? { before: Number(before) } : {};
  const found = await listActs(store, { limit: ON_A_PAGE + 1, ...asked });
  const acts = found.slice(0, ON_A_PAGE);
  return {
    acts: acts.map((act) => tellAct(act, config.timeZone)),
    hasNewer: isNumber,
    older: found.length > ON_A_PAGE ? (acts.at(-1)?.seq ?? null) : null,
  };
}
