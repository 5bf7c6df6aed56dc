import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, test } from '@jest/globals';
import { formatMessage } from '#lib/messages/format-message.ts';
import { messagesOf, sectionName } from '#lib/messages/languages.ts';
import { LANGUAGE_CODES } from '#lib/model/language.ts';
import { KNOWN_SECTIONS } from '#lib/model/sections.ts';

/** The names of the values that a message wants. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const inner = Object.values(element.options).flatMap((option) => argumentsOf(option.value));
      return [element.value, ...inner];
    }
    return 'value' in element ? [element.value] : [];
  });
}

const entries = (lang: (typeof LANGUAGE_CODES)[number]) =>
  Object.entries(messagesOf(lang)).flatMap(([group, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text] as const),
  );

const english = new Map(entries('en'));

test.each(LANGUAGE_CODES)(
  '%s: every message says something, with the values of English',
  (lang) => {
    const wanted = (message: string) => [...new Set(argumentsOf(parse(message)))].sort().join();
    const wrong = entries(lang).filter(
      ([key, text]) => text.trim() === '' || wanted(text) !== wanted(english.get(key) ?? ''),
    );
    expect(wrong).toEqual([]);
  },
);

test.each(LANGUAGE_CODES)('%s: the name of a text size begins with what stands on it', (lang) => {
  const { textSize } = messagesOf(lang);
  for (const size of ['xs', 'sm', 'md', 'lg'] as const) {
    expect(textSize[`${size}Name`].startsWith(textSize[size])).toBe(true);
  }
});

test('every known section has a name in every language', () => {
  for (const lang of LANGUAGE_CODES) {
    expect(Object.keys(messagesOf(lang).sections).sort()).toEqual([...KNOWN_SECTIONS].sort());
  }
});

test('a section of the newsroom’s own keeps its name', () => {
  expect(sectionName({ slug: 'harbour-life', name: 'Harbour life' }, 'fa')).toBe('Harbour life');
});

test.each([
  ['en', 0, 'No stories found for “x”.'],
  ['en', 1, '1 story found for “x”.'],
  ['en', 1234, '1,234 stories found for “x”.'],
] as const)('%s counts %d stories in words', (lang, count, sentence) => {
  expect(formatMessage(messagesOf(lang).search.found, { count, query: 'x' }, lang)).toBe(sentence);
});

test('numbers stand in the numerals of the language', () => {
  expect(formatMessage('{page, number}', { page: 12 }, 'fa')).toBe('۱۲');
  expect(formatMessage('{page, number}', { page: 12 }, 'km')).toBe('១២');
});
