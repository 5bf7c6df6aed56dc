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
  const chosen = { size: 'lg', theme: 'contrast', dismissed: ['a1', 'b2'] } as const;
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
  const before = { size: 'lg', theme: 'dark', dismissed: ['a1'] } as const;
  const after = changePreferences(before, new URLSearchParams('size=xs&dismiss=b2&nonsense=1'));
  expect(after).toEqual({ size: 'xs', theme: 'dark', dismissed: ['a1', 'b2'] });
});

test('only the last forty dismissed alerts are remembered, so the cookie stays small', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `a${index}`);
  const { dismissed } = changePreferences({ ...defaults, dismissed: ids }, new URLSearchParams());
  expect(dismissed).toEqual(ids.slice(-40));
});
