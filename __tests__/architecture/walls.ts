/** The rooms of the house, what each may use of the others, and why (docs/design in DESIGN's
 *  words: arrows run one way). A room that is not listed has no place yet: give it one here. */

type Room = { mayUse: readonly string[]; because: string };

export const ROOMS: Record<string, Room> = {
  'lib/model': {
    mayUse: [],
    because:
      'The model is what everybody agrees on; it imports nothing else of ours, so that nothing else can bend it.',
  },
  'lib/text': {
    mayUse: ['lib/model', 'lib/messages'],
    because:
      'Text functions are pure: words in, words out. With a store or a setting they could not be used everywhere.',
  },
  'lib/messages': {
    mayUse: ['lib/model'],
    because: 'Words that readers see depend on the language alone.',
  },
  'lib/config': {
    mayUse: ['lib/model'],
    because: 'The environment is parsed once, before anything else exists that could be asked.',
  },
  'lib/preferences': {
    mayUse: ['lib/model'],
    because: 'The reader’s choices run in the browser too, where there is no store and no setting.',
  },
  'lib/store': {
    mayUse: ['lib/model', 'lib/text', 'lib/config'],
    because:
      'The store keeps and finds. What comes in (ingest) and what goes out (news) use it, never the other way.',
  },
  'lib/rounds': {
    mayUse: [],
    because:
      'How something is done again and again does not depend on what it is, so whoever does so can use it.',
  },
  'lib/ingest': {
    mayUse: ['lib/model', 'lib/text', 'lib/config', 'lib/store', 'lib/rounds'],
    because:
      'Ingest is the way in and knows nothing of the way out (news, pages); both meet in the store alone.',
  },
  'lib/cache': {
    mayUse: ['lib/model', 'lib/messages'],
    because: 'The cache knows tags and finished pages, not where stories come from.',
  },
  'lib/news': {
    mayUse: ['lib/model', 'lib/text', 'lib/config', 'lib/store', 'lib/cache'],
    because:
      'News answers what a page asks, as plain view models. It knows no component, and nothing of ingest.',
  },
  'lib/live': {
    mayUse: ['lib/model', 'lib/store', 'lib/cache', 'lib/rounds', 'lib/api'],
    because:
      'It follows the change log, moves the clock and tells the live stream; it makes no page.',
  },
  'lib/health': {
    mayUse: ['lib/model', 'lib/store', 'lib/cache', 'lib/live', 'lib/api'],
    because: 'Health is looked at from outside of what it measures, which knows nothing of it.',
  },
  'lib/delivery': {
    mayUse: ['lib/model', 'lib/preferences'],
    because:
      'How an alert reaches a reader runs in the browser: no store, no setting, and no words but those it is given.',
  },
  'lib/desk': {
    mayUse: [
      'lib/model',
      'lib/text',
      'lib/messages',
      'lib/config',
      'lib/store',
      'lib/ingest',
      'lib/limits',
    ],
    because:
      'The desk reads and writes for people who are signed in: always what is in the store now, without Next, so that a test can call it.',
  },
  'lib/limits': {
    mayUse: [],
    because: 'How often somebody may try does not depend on what they try.',
  },
  'lib/cli': {
    mayUse: ['lib/model', 'lib/text', 'lib/messages', 'lib/config', 'lib/store', 'lib/ingest'],
    because: 'Commands write to the store; the running server learns of it from the change log.',
  },
  'lib/api': {
    mayUse: ['lib/model', 'lib/text', 'lib/config', 'lib/store', 'lib/ingest', 'lib/limits'],
    because:
      'The API reads and writes for programs: always what is in the store now, never a cached page, and without Next, so that a test can call it.',
  },
  components: {
    mayUse: ['lib/model', 'lib/text', 'lib/messages', 'lib/preferences', 'lib/delivery'],
    because:
      'Components take view models and give HTML: no store, no config, no route, so that any page can use them and a test can draw them.',
  },
  app: {
    mayUse: ['lib/model', 'lib/text', 'lib/messages', 'lib/preferences', 'lib/news', 'components'],
    because:
      'Routes read the address, ask lib/news and compose components. A store asked from a route would pass by the cache and its tags.',
  },
  'app/api': {
    mayUse: ['lib/model', 'lib/preferences', 'lib/api'],
    because: 'A route of the API only hands the call to lib/api.',
  },
  'app/desk': {
    mayUse: ['lib/model', 'lib/text', 'lib/messages', 'lib/desk', 'components', 'app'],
    because:
      'A page of the desk asks lib/desk and composes components, and nothing of it is cached.',
  },
  'lib/server': {
    mayUse: ['lib/cache', 'lib/health'],
    because:
      'How a request is answered and how the server stops: what it answers with is handed to it by server.ts.',
  },
  server: {
    mayUse: [
      'lib/server',
      'lib/config',
      'lib/store',
      'lib/cache',
      'lib/live',
      'lib/health',
      'lib/ingest',
    ],
    because:
      'The server opens the store, starts the follower and the process that asks the sources (lib/ingest/sources), and sends pages; it makes none.',
  },
  bin: {
    mayUse: ['lib/config', 'lib/store', 'lib/cli', 'server'],
    because: 'The commands only start what lib holds.',
  },
  '__tests__/e2e': {
    mayUse: ['bin', 'lib/model', 'lib/messages'],
    because:
      'End-to-end tests see what a reader sees. Reaching inside, they would pass where a reader fails.',
  },
};

/** Packages that a room must do without. */
export const CLOSED_TO: Record<string, { packages: RegExp; because: string }> = {
  components: {
    packages: /^(?:node:|next(?:\/|$)|kysely|pg|sharp)/,
    because: 'Components know no route, no file and no database; what they draw is handed to them.',
  },
  'lib/preferences': {
    packages: /^(?:node:|next(?:\/|$)|react)/,
    because: 'The store of choices is framework-free, so that a script before React can drive it.',
  },
};

/** The room that a file stands in; null for files that are outside of the house (settings, tests). */
export function roomOf(file: string): string | null {
  if (file === 'proxy.ts') return 'app';
  const [top = '', second = ''] = file.split('/');
  if (top === 'lib') return `lib/${second}`;
  if (top === 'app' && (second === 'api' || second === 'desk')) return `app/${second}`;
  if (file === 'server.ts') return 'server';
  if (top === '__tests__') return second === 'e2e' ? '__tests__/e2e' : null;
  return ['app', 'components', 'bin'].includes(top) ? top : null;
}
