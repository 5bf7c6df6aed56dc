import type { Actor } from '#lib/model/actor.ts';

/** Who acts in a test where it does not matter who. */
export const EDITOR: Actor = { way: 'command', name: 'Ifeoma', tokenId: null };
