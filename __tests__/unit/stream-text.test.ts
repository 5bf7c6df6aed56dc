import { expect, test } from '@jest/globals';
import { eventText, positionText, retryText, seenBefore } from '#lib/live/stream-text.ts';

const alert = {
  id: 'a1',
  lang: 'fa' as const,
  text: 'متن\u200cخبر',
  link: null,
  raised: '2026-10-07T06:30:00.000Z',
  expires: null,
  emergency: false,
};

test('an event is its number, its name and one line of JSON', () => {
  expect(eventText({ seq: 7, kind: 'alert', lang: 'fa', alert })).toBe(
    `id: 7\nevent: alert\ndata: ${JSON.stringify(alert)}\n\n`,
  );
  expect(eventText({ seq: 8, kind: 'clear', lang: 'fa', id: 'a1' })).toBe(
    'id: 8\nevent: clear\ndata: {"id":"a1"}\n\n',
  );
});

test('no text of an alert can end its event', () => {
  const text = 'a\n\nevent: clear\r\ndata: x\u2028y';
  const lines = eventText({ seq: 1, kind: 'alert', lang: 'fa', alert: { ...alert, text } }).split(
    /\r\n|\r|\n/,
  );
  expect(lines).toHaveLength(5);
  expect(JSON.parse(lines[2]?.slice('data: '.length) ?? '').text).toBe(text);
});

test('a position is an id with nothing to dispatch; waits are spread', () => {
  expect(positionText(12)).toBe('id: 12\n\n');
  const waits = Array.from({ length: 50 }, () => retryText(2000, 5000));
  for (const wait of waits) expect(wait).toMatch(/^retry: (?:[2-4]\d{3}|5000)\n\n$/);
  expect(new Set(waits).size).toBeGreaterThan(25);
});

test.each([
  ['what the browser remembers goes first', '5', '3', 5],
  ['what came with the page', undefined, '3', 3],
  ['zero is a number', undefined, '0', 0],
  ['nonsense of the browser', 'abc', '3', 3],
  ['nothing', undefined, null, null],
  ['below zero', undefined, '-1', null],
  ['a fraction', undefined, '1.5', null],
  ['beyond what numbers can count', undefined, '9'.repeat(16), null],
  ['in another notation', undefined, '1e3', null],
  ['empty', '', '', null],
])('where a stream resumes: %s', (_name, lastEventId, after, expected) => {
  expect(seenBefore(lastEventId, after)).toBe(expected);
});
