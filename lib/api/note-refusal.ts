import { callerAddress } from '#lib/limits/caller-address.ts';
import { recordAct } from '#lib/store/audit-log.ts';
import type { ApiDesk } from './api-desk.ts';

/** Why a call is refused, and the token that it names, if there is such a token. */
type Reason = { tokenId: string | null; why: string };

/** Writes a refused call into the audit log and the server's own, within bounds. The reason is looked
 *  for only where it is written down. */
export async function noteRefusal(
  { store, limits }: ApiDesk,
  request: Request,
  reasonOf: () => Reason | Promise<Reason>,
  { isHeldUp = false } = {},
): Promise<void> {
  const address = callerAddress(request) || 'an unknown address';
  const passedOver = limits.refusals.take(address, { isHeldUp });
  if (passedOver === null) return;
  const { tokenId, why } = await reasonOf();
  const subject = `${request.method} ${new URL(request.url).pathname}`;
  console.log(`Refused: ${subject} from ${address}. ${why}`);
  await recordAct(store.db, {
    actor: { way: 'api', name: address, tokenId },
    act: 'access.refused',
    subject,
    details: { why, ...(passedOver > 0 ? { passedOver } : {}) },
  });
}
