import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
} from '@playwright/test';
import type { Engine } from './newsroom/engines.ts';
import { type Newsroom, openNewsroom } from './newsroom/newsroom.ts';
import { alertProgram, type Program } from './program.ts';
import { watchReader } from './watch-reader.ts';

type Alert = { id: string; text: string; link: string | null; raised: string };

type Fixtures = {
  /** Raises breaking news as the desk does; it is cleared when the test ends, however it ends. */
  raiseAlert: (text: string, edition: string, ...options: string[]) => Promise<Alert>;
  /** A program that raises and clears alerts; what it raised is cleared when the test ends. */
  program: Program;
  /** Another reader: a browser context of its own, watched like the first. */
  anotherReader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

/** What playwright.config.ts says of the newsroom of a project's tests. */
export type NewsroomOptions = { engine: Engine };

/** Playwright's test with a newsroom of its own behind it, one per worker, and with every reader
 *  watched: what goes wrong in a browser fails the test, even where the test does not look. */
export const test = base.extend<
  Fixtures,
  NewsroomOptions & { newsroom: Newsroom; alertToken: string }
>({
  engine: ['sqlite', { option: true, scope: 'worker' }],

  newsroom: [
    async ({ engine }, use) => {
      const newsroom = await openNewsroom(engine);
      await use(newsroom);
      await newsroom.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  alertToken: [
    async ({ newsroom }, use) => {
      const made = await newsroom.lede(
        ...['token', 'create', '--name', 'Alert program', '--scope', 'alerts', '--json'],
      );
      await use(JSON.parse(made).token);
    },
    { scope: 'worker' },
  ],

  program: async ({ newsroom, alertToken }, use) => {
    await use(alertProgram(newsroom.url, alertToken));
    await newsroom.lede('alert', 'clear');
  },

  baseURL: async ({ newsroom }, use) => use(newsroom.url),

  context: async ({ context, newsroom }, use) => {
    const troubles = watchReader(context, newsroom.url);
    await use(context);
    complain(troubles);
  },

  raiseAlert: async ({ newsroom, request }, use) => {
    await use(async (text, edition, ...options) => {
      const answer = await newsroom.lede(
        ...['alert', 'raise', text, '--lang', edition, '--json', ...options],
      );
      const alert: Alert = JSON.parse(answer);
      // How soon that is, is the matter of liveness.spec.ts.
      const page = async () => (await request.get(`/${edition}/settings`)).text();
      await expect.poll(page).toContain(alert.raised);
      return alert;
    });
    await newsroom.lede('alert', 'clear');
  },

  anotherReader: async ({ browser, contextOptions, newsroom }, use) => {
    const opened: { context: BrowserContext; troubles: string[] }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: newsroom.url,
        ...options,
      });
      opened.push({ context, troubles: watchReader(context, newsroom.url) });
      return context;
    });
    for (const { context, troubles } of opened) {
      await context.close();
      complain(troubles);
    }
  },
});

function complain(troubles: readonly string[]): void {
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
}
