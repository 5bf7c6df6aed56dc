import { type Reply, replySchema } from '#lib/model/desk-reply.ts';

/** The reply that an address names, if it is the last one of the session. It is kept with the session,
 *  so that a page may be loaded again and nothing that was typed stands in an address. */
export function readReply(kept: string | null, id: string | undefined): Reply | null {
  if (kept === null || !id) return null;
  // What another version of Lede left may look different.
  const reply = replySchema.safeParse(JSON.parse(kept));
  return reply.data?.id === id ? reply.data : null;
}
