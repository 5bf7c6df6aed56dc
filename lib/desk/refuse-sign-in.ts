import { callerAddress } from '#lib/limits/caller-address.ts';
import { SIGN_IN_WORDS } from '#lib/model/sign-in-problem.ts';
import { recordAct } from '#lib/store/audit-log.ts';
import type { Desk } from './desk.ts';
import { refusal } from './refusal.ts';
import { seeOther, withQuery } from './see-other.ts';
import { signInToSend, type Waiting } from './sign-in-to-send.ts';

type Refused = {
  problem: 'unknown' | 'metrics';
  /** Where it would have led. */
  to: string;
  waiting: Waiting | null;
};

/** Says that a token opens nothing here, with the form that waits for one. A token that holds is no
 *  guess, so it is not counted as one. */
export async function refuseSignIn(
  desk: Desk,
  request: Request,
  { problem, to, waiting }: Refused,
): Promise<Response> {
  const wait = problem === 'unknown' ? await countGuess(desk, request) : 0;
  if (wait > 0) {
    const sentence = `There were too many attempts to sign in. Wait ${wait} s, then try again.`;
    const headers = { 'retry-after': String(wait) };
    return waiting
      ? signInToSend({ status: 429, sentence, headers, ...waiting })
      : refusal(429, sentence, headers);
  }
  if (waiting) return signInToSend({ status: 401, sentence: SIGN_IN_WORDS[problem], ...waiting });
  return seeOther(withQuery(to, 'sign-in', problem));
}

/** Counts a token that does not hold, and answers how many seconds its sender has to wait. The audit
 *  log keeps one entry when an address begins to be held up: nothing is ever deleted from it, and a
 *  word that was mistyped is nobody's business. */
async function countGuess({ store, limits }: Desk, request: Request): Promise<number> {
  const address = callerAddress(request);
  const wait = limits.signIns.take(address);
  if (wait === 0) return 0;
  const passedOver = limits.refusals.take(address, { isHeldUp: true });
  if (passedOver === null) return wait;
  const name = address || 'an unknown address';
  const why = 'Too many tokens that don’t hold; it must wait.';
  console.log(`Refused: sign-ins at the desk from ${name}. ${why}`);
  await recordAct(store.db, {
    actor: { way: 'desk', name, tokenId: null },
    act: 'access.refused',
    subject: '/desk',
    details: { why, ...(passedOver > 0 ? { passedOver } : {}) },
  });
  return wait;
}
