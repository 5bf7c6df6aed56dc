import { expect, test } from '@jest/globals';
import { DEFAULT_PREFERENCES } from '#lib/model/preferences.ts';
import {
  changePreferences,
  preferenceCookie,
  readPreferences,
} from '#lib/preferences/preference-cookie.ts';

const defaults = DEFAULT_PREFERENCES;

test.each([
  ['no cookie', '', defaults],
  ['another cookie', 'theme=dark; other=1', defaults],
  ['one choice', 'lede-preferences=size=lg', { ...defaults, size: 'lg' }],
  [
    'two choices among other cookies',
    'a=1; lede-preferences=size=xs&theme=sepia; b=2',
    { ...defaults, size: 'xs', theme: 'sepia' },
  ],
  [
    'encoded as a whole',
    'lede-preferences=size%3Dsm%26theme%3Ddark',
    { ...defaults, size: 'sm', theme: 'dark' },
  ],
  ['in quotation marks', 'lede-preferences="size=lg"', { ...defaults, size: 'lg' }],
  ['an unknown value', 'lede-preferences=size=huge&theme=dark', { ...defaults, theme: 'dark' }],
  ['an unknown field', 'lede-preferences=colour=red&size=sm', { ...defaults, size: 'sm' }],
  ['broken encoding', 'lede-preferences=%E0%A4%A', defaults],
  [
    'dismissed alerts, one of them no id',
    'lede-preferences=dismissed=a1.<b>.c3',
    { ...defaults, dismissed: ['a1', 'c3'] },
  ],
])('reads %s', (_name, cookies, expected) => {
  expect(readPreferences(cookies)).toEqual(expected);
});

test('what is written is read back', () => {
  const chosen = {
    size: 'lg',
    theme: 'contrast',
    alerts: 'quiet',
    dismissed: ['a1', 'b2'],
  } as const;
  expect(readPreferences(preferenceCookie(chosen, false))).toEqual(chosen);
});

test('the cookie lasts a year, for the whole site, and is Secure where the site is', () => {
  const cookie = preferenceCookie(defaults, true);
  expect(cookie).toContain('Path=/');
  expect(cookie).toContain('Max-Age=31536000');
  expect(cookie).toContain('SameSite=Lax');
  expect(cookie).toContain('Secure');
  expect(preferenceCookie(defaults, false)).not.toContain('Secure');
});

test('a form changes what it names and leaves the rest', () => {
  const before = { size: 'lg', theme: 'dark', alerts: 'off', dismissed: ['a1'] } as const;
  const after = changePreferences(before, new URLSearchParams('size=xs&dismiss=b2&nonsense=1'));
  expect(after).toEqual({ size: 'xs', theme: 'dark', alerts: 'off', dismissed: ['a1', 'b2'] });
});

test('only the last forty dismissed alerts are remembered, so the cookie stays small', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `a${index}`);
  const { dismissed } = changePreferences({ ...defaults, dismissed: ids }, new URLSearchParams());
  expect(dismissed).toEqual(ids.slice(-40));
});

const NOON = Date.parse('2026-10-07T12:00:00Z');
const minutesAfter = (minutes: number) => NOON + minutes * 60_000;

test.each([
  ['during the visit', 29, 'visit'],
  ['on the next', 31, 'now'],
])('alerts that were switched off for a visit: %s', (_name, minutes, expected) => {
  const cookie = preferenceCookie({ ...defaults, alerts: 'visit' }, false, NOON);
  expect(readPreferences(cookie, minutesAfter(minutes)).alerts).toBe(expected);
});

test('a visit goes on as long as the cookie is written again', () => {
  const first = preferenceCookie({ ...defaults, alerts: 'visit' }, false, NOON);
  const later = preferenceCookie(readPreferences(first, minutesAfter(20)), false, minutesAfter(20));
  expect(readPreferences(later, minutesAfter(45)).alerts).toBe('visit');
});

test('alerts that are off stay off', () => {
  const cookie = preferenceCookie({ ...defaults, alerts: 'off' }, false, NOON);
  expect(readPreferences(cookie, minutesAfter(100_000)).alerts).toBe('off');
});
