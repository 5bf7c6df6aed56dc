import { createHash } from 'node:crypto';
import type { ApiDesk } from '#lib/api/api-desk.ts';
import { authenticate } from '#lib/api/authenticate.ts';
import { Problem } from '#lib/api/problem.ts';

/** Prometheus asks every minute or more often, and gives up after ten seconds. */
const PATIENCE_MS = 2000;
const KNOWN_FOR_MS = 15 * 60_000;

/** When tokens were last seen to hold, by their digest. */
const known = new Map<string, number>();

/** Lets in who has any token that holds. Measurements matter most while the store is away and no token
 *  can be looked up: then one that has held within a quarter of an hour will do. Throws Problem. */
export async function admitCaller(desk: ApiDesk, request: Request): Promise<void> {
  const header = request.headers.get('authorization') ?? '';
  const digest = createHash('sha256').update(header).digest('base64');
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The store does not answer.')), PATIENCE_MS);
  });
  try {
    await Promise.race([authenticate(desk, request), tooLate]);
    known.set(digest, Date.now());
  } catch (error) {
    if (error instanceof Problem) {
      known.delete(digest);
      throw error;
    }
    const heldAt = known.get(digest) ?? Number.NEGATIVE_INFINITY;
    if (Date.now() - heldAt > KNOWN_FOR_MS) throw error;
  } finally {
    clearTimeout(timer);
  }
}
