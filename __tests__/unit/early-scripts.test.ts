import vm from 'node:vm';
import { expect, test } from '@jest/globals';
import { DEFAULT_PREFERENCES } from '#lib/model/preferences.ts';
import {
  APPLY_PREFERENCES,
  CHECK_CHOSEN,
  HIDE_DISMISSED_ALERT,
} from '#lib/preferences/early-scripts.ts';
import { readPreferences } from '#lib/preferences/preference-cookie.ts';

type Dataset = Record<string, string>;

/** What the head script leaves on <html>, given a reader's cookies. */
function apply(cookie: string): Dataset {
  const dataset: Dataset = {
    textSize: DEFAULT_PREFERENCES.size,
    theme: DEFAULT_PREFERENCES.theme,
    alerts: DEFAULT_PREFERENCES.alerts,
  };
  vm.runInNewContext(APPLY_PREFERENCES, {
    document: { cookie, documentElement: { dataset }, addEventListener() {} },
    decodeURIComponent,
    Date,
  });
  return dataset;
}

test.each([
  '',
  'other=1',
  'lede-preferences=size=lg',
  'a=1; lede-preferences=theme=dark&size=xs&dismissed=a1.b2; z=1',
  'lede-preferences=size%3Dsm%26theme%3Dsepia',
  'lede-preferences="size=lg&theme=contrast"',
  'lede-preferences=size=huge&theme=pink',
  'lede-preferences=%E0%A4%A',
  'not-lede-preferences=size=lg',
  'lede-preferences=size=lg&alerts=quiet',
  'lede-preferences=alerts=off',
  'lede-preferences=alerts=loud',
  'lede-preferences=alerts=visit',
  'lede-preferences=alerts=visit&seen=1',
  `lede-preferences=alerts=visit&seen=${Math.floor(Date.now() / 60_000)}`,
  `lede-preferences=alerts=visit&seen=${Math.floor(Date.now() / 60_000) - 29}`,
  `lede-preferences=alerts=visit&seen=${Math.floor(Date.now() / 60_000) - 32}`,
])('the head script reads the cookie as the codec does: %j', (cookie) => {
  const { size, theme, alerts, dismissed } = readPreferences(cookie);
  const dataset = apply(cookie);
  expect(dataset).toMatchObject({ textSize: size, theme, alerts });
  expect(dataset.dismissed ?? '').toBe(dismissed.length > 0 ? `.${dismissed.join('.')}.` : '');
});

test.each([
  ['a dismissed alert', '.a1.b2.', true],
  ['another alert', '.a10.', false],
  ['no dismissed alert', undefined, false],
])('the region with %s is hidden before it is drawn: %s, %s', (_name, dismissed, isHidden) => {
  const region = { hidden: false, dataset: { alert: 'a1' } };
  const item = { hidden: false };
  vm.runInNewContext(HIDE_DISMISSED_ALERT, {
    document: {
      documentElement: { dataset: { dismissed } },
      getElementById: () => region,
      querySelector: () => ({ parentNode: item }),
    },
  });
  expect([region.hidden, item.hidden]).toEqual([isHidden, isHidden]);
});

test('the radios stand at what was chosen before they are first drawn', () => {
  const radios = [
    { name: 'size', value: 'md', checked: true },
    { name: 'size', value: 'lg', checked: false },
    { name: 'theme', value: 'dark', checked: false },
    { name: 'alerts', value: 'quiet', checked: false },
  ];
  vm.runInNewContext(CHECK_CHOSEN, {
    document: {
      documentElement: { dataset: { textSize: 'lg', theme: 'dark', alerts: 'quiet' } },
      querySelectorAll: () => radios,
    },
  });
  expect(radios.map((radio) => radio.checked)).toEqual([false, true, true, true]);
});
