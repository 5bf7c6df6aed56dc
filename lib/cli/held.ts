import { Command } from 'commander';
import { RevisionMovedError, SlugTakenError } from '#lib/store/articles.ts';
import { type HeldStory, listHeld, publishHeld } from '#lib/store/held.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { Override } from '#lib/store/overrides.ts';
import { commandActor } from './command-actor.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandMaker } from './command-maker.ts';
import { storyAt } from './story-at.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

/** `lede held`: stories that wait for an editor, because of what their audit found or because one holds
 *  them. */
export const heldCommand: CommandMaker = (terminal, finish) =>
  new Command('held')
    .description('Stories that wait for an editor: because of serious findings, or held by one.')
    .addCommand(
      new Command('list')
        .description('List what waits, the longest first, with the reason.')
        .option('--json', 'print the list as JSON')
        .action(async ({ json }: { json?: boolean }) => {
          const held = await withStore(terminal, listHeld);
          if (json) terminal.print(JSON.stringify(held, null, 2));
          else terminal.print(held.length > 0 ? held.map(describe).join('\n\n') : 'Nothing waits.');
          finish(EXIT.done);
        }),
    )
    .addCommand(
      new Command('publish')
        .description('Publish a story that waits, as it is. Who did it and why is kept.')
        .argument('<story>', 'its id, or its address, as /en/articles/x')
        .requiredOption('--reason <text>', 'why it is published in spite of its findings')
        .option('--by <name>', 'who decides; without it, the name of the account that runs this')
        .option('--json', 'print what was published as JSON')
        .action(async (story: string, options: PublishOptions) => {
          const override = overrideOf(options, terminal);
          const { id, lang, slug, state } = await withStore(terminal, (store) =>
            publish(store, story, override),
          );
          const address = `/${lang}/articles/${slug}`;
          const line =
            state === 'embargoed'
              ? `It appears when its embargo lifts: ${address}`
              : `Published: ${address}`;
          terminal.print(options.json ? JSON.stringify({ id, lang, slug, state }) : line);
          finish(EXIT.done);
        }),
    );

type PublishOptions = { reason: string; by?: string; json?: boolean };

function overrideOf({ reason, by }: PublishOptions, terminal: Terminal): Override {
  const actor = commandActor(terminal);
  const editor = (by ?? actor.name).trim();
  if (reason.trim() === '') throw new CommandError('Say in --reason why it is published.');
  if (editor === '') throw new CommandError('Say in --by who publishes it.');
  return { editor, reason: reason.trim(), actor };
}

async function publish(store: Store, named: string, override: Override) {
  const { id, lang } = await storyAt(store, named);
  try {
    const state = await publishHeld(store, id, override);
    if (!state) throw new CommandError(`The story at ${named} does not wait for an editor.`);
    // With a version that waited, its address may have changed.
    return { id, lang, slug: (await storyAt(store, id)).slug, state };
  } catch (error) {
    if (error instanceof SlugTakenError) throw new CommandError(error.message);
    if (!(error instanceof RevisionMovedError)) throw error;
    throw new CommandError(`The story at ${named} has just been changed. Look at it once more.`);
  }
}

function describe({ id, lang, headline, isUpdate, since, reason, findings }: HeldStory): string {
  const what = isUpdate ? 'its newest version, since' : 'since';
  return [
    `${id} [${lang}] “${headline}”, ${what} ${since}`,
    ...(reason === null ? [] : [`  held by an editor: ${reason}`]),
    ...findings.map(({ rule, message }) => `  ${rule}: ${message}`),
  ].join('\n');
}
