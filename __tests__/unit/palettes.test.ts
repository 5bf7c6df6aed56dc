import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const css = readFileSync(new URL('../../app/palettes.css', import.meta.url), 'utf8');

function colour(palette: string, name: string): string {
  const value = new RegExp(`--${palette}-${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!value) throw new Error(`app/palettes.css has no --${palette}-${name}.`);
  return value;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2. */
function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'mark'],
  ['quiet', 'paper'],
  ['quiet', 'sheet'],
  ['link', 'paper'],
  ['link', 'sheet'],
  ['alert', 'paper'],
  ['alert', 'sheet'],
  ['on-alert', 'alert'],
  ['paper', 'ink'],
] as const;

const BORDERS = [
  ['control', 'paper'],
  ['control', 'sheet'],
] as const;

const palettes = ['light', 'dark', 'sepia', 'contrast'];

test.each(
  palettes.flatMap((palette) => TEXT.map(([text, back]) => [palette, text, back] as const)),
)('%s: %s on %s has 7:1 (WCAG 2.2, 1.4.6)', (palette, text, back) => {
  expect(contrast(colour(palette, text), colour(palette, back))).toBeGreaterThanOrEqual(7);
});

test.each(
  palettes.flatMap((palette) => BORDERS.map(([line, back]) => [palette, line, back] as const)),
)('%s: %s on %s has 3:1 (WCAG 2.2, 1.4.11)', (palette, line, back) => {
  expect(contrast(colour(palette, line), colour(palette, back))).toBeGreaterThanOrEqual(3);
});
