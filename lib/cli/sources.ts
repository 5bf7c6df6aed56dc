import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { userAgentOf } from '#lib/ingest/fetch/fetcher.ts';
import type { Outcome } from '#lib/ingest/sources/after-asking.ts';
import { askNow } from '#lib/ingest/sources/poller.ts';
import { recordAct } from '#lib/store/audit-log.ts';
import { allSources, type StoredSource } from '#lib/store/sources.ts';
import { commandActor } from './command-actor.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { describeSource } from './describe-source.ts';
import { withStore } from './with-store.ts';

const NONE =
  'No source is listed. LEDE_FEEDS names the file that lists them; the server reads it when it starts.';

/** `lede sources`: the feeds that the server asks by itself, and how that goes. */
export const sourcesCommand: CommandMaker = (terminal, finish) =>
  new Command('sources')
    .description('Show the sources that the server asks by itself, and how that goes.')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const sources = await withStore(terminal, (store) => allSources(store));
      if (json) terminal.print(JSON.stringify(sources, null, 2));
      else if (sources.length === 0) terminal.print(NONE);
      else {
        const now = Date.now();
        terminal.print(sources.map((source) => describeSource(source, now)).join('\n\n'));
      }
      finish(EXIT.done);
    })
    .addCommand(askCommand(terminal, finish));

const askCommand: CommandMaker = (terminal, finish) =>
  new Command('ask')
    .description('Ask a source now, or all of them, whatever their time.')
    .argument('[source]', 'its name or its address; all, if left out')
    .action(async (wanted: string | undefined) => {
      const actor = commandActor(terminal);
      const outcomes = await withStore(terminal, async (store, config) => {
        const { media, languages, fetchHosts } = config;
        const options = { store, media, languages, fetchHosts, userAgent: userAgentOf(config) };
        const sources = chosen(await allSources(store), wanted);
        const asked: (Outcome | null)[] = [];
        for (const { address, name } of sources) {
          const act = { actor, act: 'source.asked', subject: address, details: { name } } as const;
          await recordAct(store.db, act);
          const outcome = await askNow(address, randomUUID(), options);
          terminal.print(`${name}: ${inWords(outcome)}`);
          asked.push(outcome);
        }
        return asked;
      });
      const isDone = outcomes.every((outcome) => outcome && outcome.kind !== 'failed');
      finish(isDone ? EXIT.done : EXIT.failed);
    });

function chosen(sources: StoredSource[], wanted: string | undefined): StoredSource[] {
  if (sources.length === 0) throw new CommandError(NONE);
  if (wanted === undefined) return sources;
  const found = sources.filter(({ name, address }) => name === wanted || address === wanted);
  if (found.length > 0) return found;
  const names = sources.map(({ name }) => `“${name}”`).join(', ');
  throw new CommandError(`No source is called “${wanted}”. There are ${names}.`);
}

function inWords(outcome: Outcome | null): string {
  if (outcome === null) return 'It is being asked at this moment.';
  if (outcome.kind === 'failed') return outcome.error;
  if (outcome.kind === 'unchanged') return 'Nothing new.';
  return `${outcome.stories} new, ${outcome.changes} changed.`;
}
