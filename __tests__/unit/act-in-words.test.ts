import { expect, test } from '@jest/globals';
import type { Act } from '#lib/model/act.ts';
import { type ActToTell, actInWords } from '#lib/text/act-in-words.ts';

const NIGHT = { way: 'desk', name: 'Night desk' } as const;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

test.each<[Act, ActToTell['details'], string]>([
  [
    'alert.raised',
    { lang: 'en', text: 'Ferries stop', link: null, emergency: false, expires: null, note: '' },
    'Night desk raised an alert: “Ferries stop” in English.',
  ],
  [
    'alert.raised',
    {
      lang: 'km',
      text: 'សាឡាង',
      emergency: true,
      expires: '2026-10-07T06:30:00.000Z',
      note: 'Storm',
    },
    'Night desk raised an emergency alert: “សាឡាង” in Khmer, until 7 October 2026 at 08:30 CEST. Why: Storm.',
  ],
  [
    'alert.undone',
    { lang: 'en', text: 'Ferries' },
    'Night desk took back an alert before it went out: “Ferries” in English.',
  ],
  ['alert.undone', {}, 'Night desk took back an alert before it went out: x1.'],
  [
    'alert.changed',
    { lang: 'en', before: 'A', text: 'B' },
    'Night desk changed an alert from “A” to “B” in English.',
  ],
  [
    'alert.changed',
    { lang: 'en', before: 'A', text: 'A' },
    'Night desk changed the link or the end of an alert: “A” in English.',
  ],
  [
    'alert.cleared',
    { lang: 'en', text: 'A', note: 'It is over.' },
    'Night desk cleared an alert: “A” in English. Why: It is over.',
  ],
  [
    'story.published',
    { editor: 'Ifeoma', reason: 'The picture says nothing' },
    'Night desk published the story x1 in spite of its findings, as Ifeoma decided. Why: The picture says nothing.',
  ],
  [
    'story.published',
    { address: '/en/articles/ferries', findings: 0, reason: 'The lawyer agrees' },
    'Night desk published the story /en/articles/ferries. Why: The lawyer agrees.',
  ],
  [
    'story.held',
    { headline: 'Ferries', address: '/en/articles/ferries' },
    'Night desk held “Ferries” (/en/articles/ferries).',
  ],
  [
    'story.withdrawn',
    { address: '/en/articles/ferries', reason: 'Wrong' },
    'Night desk withdrew the story /en/articles/ferries. Why: Wrong.',
  ],
  [
    'story.corrected',
    { waits: true },
    'Night desk changed the story x1, which waits for an editor.',
  ],
  [
    'source.asked',
    { name: 'Harbour Wire' },
    'Night desk had the source “Harbour Wire” asked at once.',
  ],
  [
    'token.created',
    { name: 'Sports', scopes: 'alerts', expires: null },
    'Night desk made the token “Sports” for alerts.',
  ],
  ['token.revoked', { name: 'Sports' }, 'Night desk revoked the token “Sports”.'],
  ['session.opened', { device: FIREFOX }, 'Night desk signed in with Firefox on Linux.'],
  ['session.closed', { device: FIREFOX }, 'Night desk signed out of Firefox on Linux.'],
  [
    'session.revoked',
    { device: FIREFOX, name: 'Sports' },
    'Night desk ended a session of “Sports” with Firefox on Linux.',
  ],
  ['access.refused', { why: 'Too many.' }, 'Night desk was refused at x1: Too many.'],
  [
    'access.refused',
    { why: 'Too many.', passedOver: 12 },
    'Night desk was refused at x1: Too many (since the refusal before this one: 12 more).',
  ],
])('%s with %j is told in words', (act, details, sentence) => {
  expect(actInWords({ actor: NIGHT, act, subject: 'x1', details }, 'Europe/Oslo')).toBe(sentence);
});

test.each([
  ['api', 'Wire, by program, revoked the token “a”.'],
  ['command', 'Wire, at the command line, revoked the token “a”.'],
] as const)('it is told how somebody came who is not at the desk: %s', (way, sentence) => {
  const told = { actor: { way, name: 'Wire' }, act: 'token.revoked', subject: 'x' } as const;
  expect(actInWords({ ...told, details: { name: 'a' } })).toBe(sentence);
});
