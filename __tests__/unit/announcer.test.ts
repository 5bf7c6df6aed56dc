import { expect, test } from '@jest/globals';
import { createAnnouncer } from '#lib/delivery/announcer.ts';
import type { Alert } from '#lib/model/alert.ts';

const ALERT: Alert = {
  id: 'a1',
  lang: 'en',
  text: 'Ferries stop',
  link: null,
  raised: '2026-10-07T12:00:00.000Z',
  expires: null,
  emergency: false,
};

test('of two windows that are seen side by side, one speaks', () => {
  let kept: { at: number; ids: readonly string[] } = { at: 0, ids: [] };
  const spoken: string[] = [];
  const waiting: (() => boolean)[] = [];
  /** A window reads what was said when its turn came, and not when it asked for its turn. */
  const openWindow = () =>
    createAnnouncer({
      words: { one: 'News: {text}', several: 'News: {texts}', gap: '. ' },
      said: {
        read: () => kept,
        write: (said) => {
          kept = said;
        },
      },
      say: (text) => spoken.push(text),
      alone: (run) => waiting.push(run),
      isSeen: () => true,
      asItStands: (alert) => alert,
    });
  for (const announcer of [openWindow(), openWindow()]) announcer.announce(ALERT);
  expect(spoken).toEqual([]);
  expect(waiting.map((run) => run())).toEqual([true, false]);
  expect(spoken).toEqual(['News: Ferries stop']);
});
