import { Command } from 'commander';
import { withdrawArticle } from '#lib/store/release.ts';
import { commandActor } from './command-actor.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { storyAt } from './story-at.ts';
import { withStore } from './with-store.ts';

/** `lede withdraw`: takes a story out of every list and search; its address answers 410. */
export const withdrawCommand: CommandMaker = (terminal, finish) =>
  new Command('withdraw')
    .description('Withdraw a story: it is gone from the site within a second.')
    .argument('<story>', 'its address, as /en/articles/x, or its id')
    .requiredOption('--reason <text>', 'why; kept with the story, not shown to readers')
    .option('--json', 'print what was withdrawn as JSON')
    .action(async (story: string, { reason, json }: { reason: string; json?: boolean }) => {
      const row = await withStore(terminal, async (store) => {
        const found = await storyAt(store, story);
        if (!(await withdrawArticle(store, found.id, reason, commandActor(terminal)))) {
          throw new CommandError(`The story at ${story} is withdrawn already.`);
        }
        return found;
      });
      const { id, lang, slug } = row;
      const address = `/${lang}/articles/${slug}`;
      terminal.print(json ? JSON.stringify({ id, lang, slug }) : `Withdrawn: ${address}`);
      finish(EXIT.done);
    });
