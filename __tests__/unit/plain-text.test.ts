import { expect, test } from '@jest/globals';
import { excerptOf } from '#lib/text/excerpt.ts';
import { plainText } from '#lib/text/plain-text.ts';
import { sanitise } from '#lib/text/sanitise.ts';

test('blocks stand in lines of their own, so that no words run together', () => {
  const html = `
    <h2>The findings</h2><p>One &amp; <em>two</em><br>three</p>
    <ul><li>four</li><li>five</li></ul>
    <table><caption>Prices</caption><tr><td>6</td><td>7</td></tr></table>`;
  expect(plainText(sanitise(html, 'en')).split('\n')).toEqual([
    'The findings',
    'One & two',
    'three',
    'four',
    'five',
    'Prices',
    '6 7',
  ]);
});

test('an excerpt is one line, cut between words', () => {
  expect(excerptOf('Short.\nAnd sweet.', 'en')).toBe('Short. And sweet.');
  expect(excerptOf('The quay was quiet and still.', 'en', 20)).toBe('The quay was quiet…');
});
