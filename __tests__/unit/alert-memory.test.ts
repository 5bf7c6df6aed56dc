import { expect, test } from '@jest/globals';
import { createAlertMemory } from '#lib/live/alert-memory.ts';
import type { AlertEvent } from '#lib/model/alert.ts';

const stands = (seq: number, id: string): AlertEvent => ({
  seq,
  kind: 'alert',
  lang: 'en',
  alert: { id, lang: 'en', text: id, link: null, raised: '', expires: null, emergency: false },
});
const over = (seq: number, id: string): AlertEvent => ({ seq, kind: 'clear', lang: 'en', id });
const numbers = (events: AlertEvent[]) => events.map(({ seq }) => seq);

test('each alert is remembered as it is now, in the order of the newest change', () => {
  const memory = createAlertMemory();
  memory.takeIn([stands(1, 'a'), stands(2, 'b')], 2);
  memory.takeIn([stands(5, 'a')], 9);
  expect(memory.after(0)).toEqual([stands(2, 'b'), stands(5, 'a')]);
  expect(numbers(memory.after(2))).toEqual([5]);
  expect(memory.position).toBe(9);
});

test('a number never goes back', () => {
  const memory = createAlertMemory();
  memory.takeIn([stands(7, 'a')], 3);
  expect(memory.position).toBe(7);
  memory.takeIn([], 4);
  expect(memory.position).toBe(7);
});

test('of alerts that ended the oldest are forgotten, and it knows that; those that stand stay', () => {
  const memory = createAlertMemory();
  memory.takeIn([stands(1, 'stands')], 1);
  memory.takeIn(
    Array.from({ length: 1010 }, (_, index) => over(index + 2, `over ${index}`)),
    1011,
  );
  expect(memory.after(0)).toHaveLength(1001);
  expect(memory.after(0)[0]).toEqual(stands(1, 'stands'));
  expect(memory.reaches(11)).toBe(true);
  expect(memory.reaches(10)).toBe(false);
  expect(numbers(memory.after(11))).toEqual(Array.from({ length: 1000 }, (_, index) => index + 12));
});

test('an alert that ends twice counts once', () => {
  const memory = createAlertMemory();
  for (let seq = 1; seq <= 3000; seq++) memory.takeIn([over(seq, 'same')], seq);
  memory.takeIn([over(3001, 'another')], 3001);
  expect(memory.after(0)).toHaveLength(2);
  expect(memory.reaches(0)).toBe(true);
});
