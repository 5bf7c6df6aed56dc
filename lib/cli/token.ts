import { Command, InvalidArgumentError } from 'commander';
import { SCOPES, type Scope, type Token, tokenInputSchema } from '#lib/model/token.ts';
import { createToken, isValid, listTokens, revokeToken } from '#lib/store/tokens.ts';
import { commandActor } from './command-actor.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { timeAhead } from './time-ahead.ts';
import { withStore } from './with-store.ts';

/** `lede token`: access for people and programs. */
export const tokenCommand: CommandMaker = (terminal, finish) =>
  new Command('token')
    .description('Make, list and revoke the tokens by which programs publish.')
    .addCommand(createCommand(terminal, finish))
    .addCommand(listCommand(terminal, finish))
    .addCommand(revokeCommand(terminal, finish));

type CreateOptions = {
  name: string;
  scope: Scope[];
  expires?: string;
  hold?: boolean;
  json?: boolean;
};

const LONGEST_DAYS = 3650;

const createCommand: CommandMaker = (terminal, finish) =>
  new Command('create')
    .description('Make a token. It is shown once and stored as a hash.')
    .requiredOption('--name <name>', 'whose it is, as “Night desk”')
    .requiredOption('--scope <scopes>', `what it may do: ${SCOPES.join(', ')}`, parseScopes)
    .option(
      '--expires <time>',
      'how long it holds, as 12h or 90d; else until it is revoked',
      timeAhead(LONGEST_DAYS),
    )
    .option('--hold', 'its stories wait for an editor if something serious is found in them')
    .option('--json', 'print the token as JSON')
    .action(async ({ name, scope, expires, hold, json }: CreateOptions) => {
      const input = tokenInputSchema.safeParse({ name, scopes: scope, holds: hold, expires });
      if (!input.success) throw new CommandError('A token needs a name of 1 to 100 characters.');
      const made = await withStore(terminal, (store) =>
        createToken(store, input.data, commandActor(terminal)),
      );
      const { token, secret } = made;
      if (json) terminal.print(JSON.stringify({ ...token, token: secret }, null, 2));
      else {
        terminal.print(secret);
        terminal.tell(
          `Made ${inOneLine(token)}. Copy the token now: it is not shown again. “lede token revoke ${token.id}” takes it back.`,
        );
      }
      finish(EXIT.done);
    });

const listCommand: CommandMaker = (terminal, finish) =>
  new Command('list')
    .description('List the tokens, without their secrets.')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const tokens = await withStore(terminal, listTokens);
      if (json) terminal.print(JSON.stringify(tokens, null, 2));
      else if (tokens.length === 0) terminal.print('There is no token.');
      else for (const token of tokens) terminal.print(inOneLine(token));
      finish(EXIT.done);
    });

const revokeCommand: CommandMaker = (terminal, finish) =>
  new Command('revoke')
    .description('Revoke a token: the next call with it is refused.')
    .argument('<id>', 'the token, as “lede token list” names it')
    .option('--json', 'print the revoked token as JSON')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const token = await withStore(terminal, (store) =>
        revokeToken(store, id, commandActor(terminal)),
      );
      if (!token) {
        throw new CommandError(`No token ${id} is valid. “lede token list” shows those that are.`);
      }
      terminal.print(json ? JSON.stringify(token, null, 2) : `Revoked ${inOneLine(token)}`);
      finish(EXIT.done);
    });

function inOneLine(token: Token): string {
  const { id, name, scopes, holds, created, lastUsed } = token;
  const parts = [
    `${id} “${name}” for ${scopes.join(', ')}`,
    ...(holds ? ['holds what needs a look'] : []),
    `made ${created}`,
    lastUsed ? `last used ${lastUsed}` : 'never used',
    ...endOf(token),
  ];
  return parts.join(', ');
}

function endOf({ revoked, expires }: Token): string[] {
  if (revoked !== null) return [`REVOKED ${revoked}`];
  if (expires === null) return [];
  return [
    `${isValid({ revoked, expires }, new Date().toISOString()) ? 'until' : 'EXPIRED'} ${expires}`,
  ];
}

function parseScopes(list: string): string[] {
  const scopes = list.split(/[\s,]+/).filter(Boolean);
  const unknown = scopes.filter((scope) => !SCOPES.some((known) => known === scope));
  if (unknown.length === 0 && scopes.length > 0) return scopes;
  throw new InvalidArgumentError(`The scopes are ${SCOPES.join(', ')}.`);
}
