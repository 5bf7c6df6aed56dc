import type { Actor } from '#lib/model/actor.ts';
import type { Token } from '#lib/model/token.ts';

/** Who acts where a call came with this token. */
export function tokenActor({ id, name }: Pick<Token, 'id' | 'name'>): Actor {
  return { way: 'api', name, tokenId: id };
}
