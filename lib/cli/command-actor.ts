import { userInfo } from 'node:os';
import type { Actor } from '#lib/model/actor.ts';
import type { Terminal } from './terminal.ts';

/** Who runs a command, by the name of their account. */
export function commandActor({ env }: Pick<Terminal, 'env'>): Actor {
  const name = env.USER?.trim() || accountName();
  return { way: 'command', name, tokenId: null };
}

/** In a container a process may run as a number that has no account: `userInfo` throws then. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `account ${process.getuid?.() ?? 'unknown'}`;
  }
}
