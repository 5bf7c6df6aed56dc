import { expect, test } from '@jest/globals';
import { feedLanguage } from '#lib/ingest/feeds/language.ts';

const edition = { edition: 'fa' } as const;

test.each([
  ['en', {}, 'en'],
  ['en-us', {}, 'en'],
  ['EN_GB', {}, 'en'],
  ['Khmer', {}, 'km'],
  ['fa-IR', { lang: 'en' }, 'fa'],
  [undefined, {}, 'fa'],
  [undefined, { lang: 'km' }, 'km'],
  ['  ', {}, 'fa'],
])('%s, asked for %j, is filed under %s', (said, asked, lang) => {
  expect(feedLanguage(said, { ...edition, ...asked })).toEqual({ lang });
});

test.each([
  ['a language without an edition stays what it is', 'fr-CA', {}, 'fr-CA', undefined],
  ['unless the import says otherwise', 'fr-CA', { lang: 'en' }, 'en', 'fr-CA'],
  ['what is no language is told', 'language', {}, 'fa', 'language'],
  ['so is “undetermined”', 'und', {}, 'fa', 'und'],
])('%s', (_, said, asked, lang, inWarning) => {
  const found = feedLanguage(said, { ...edition, ...asked });
  expect(found.lang).toBe(lang);
  const warning =
    inWarning && `It says that its language is “${inWarning}”. It was read as “${lang}”.`;
  expect(found.warning).toBe(warning);
});
