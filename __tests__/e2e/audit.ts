import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { contrastOf, paintOf } from './paint.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All text of Lede has 7:1, large text too (LOOK.md; WCAG 2.2, 1.4.6). */
const LEAST_CONTRAST = 7;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Asks axe for every rule of WCAG 2.0 to 2.2, A to AAA, and its best practices, also those that
 *  it leaves out unless asked, in the page and its frames, and settles by checks of our own what it
 *  can't decide. Answers a sentence for each thing wrong. */
export async function audit(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  }
  const { violations, incomplete } = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const rules = axe
      .getRules(tags)
      .filter((rule) => !rule.tags.includes('experimental') && !rule.tags.includes('deprecated'))
      .map((rule) => rule.ruleId);
    const results = await axe.run(document, {
      runOnly: { type: 'rule', values: rules },
      resultTypes: ['violations', 'incomplete'],
    });
    return { violations: results.violations, incomplete: results.incomplete };
  }, TAGS);
  return [
    ...violations.flatMap((rule) => rule.nodes.map((node) => sentence(rule, node))),
    ...(await settle(page, incomplete)),
  ];
}

/** What axe leaves undecided counts as wrong unless a check of our own decides it. */
async function settle(page: Page, undecided: readonly axe.Result[]): Promise<string[]> {
  const found: string[] = [];
  const unsureOfContrast = new Set<string>();
  for (const rule of undecided) {
    for (const node of rule.nodes) {
      if (rule.id === 'color-contrast' || rule.id === 'color-contrast-enhanced') {
        unsureOfContrast.add(selectorOf(node));
      } else {
        found.push(`Undecided: ${sentence(rule, node)}`);
      }
    }
  }
  for (const selector of unsureOfContrast) found.push(...(await lowContrast(page, selector)));
  return found;
}

/** Computes the contrast of a text from the page as it is painted. Text over a picture, or in a
 *  colour that lets something through, can't be held to a ratio and counts as wrong. */
async function lowContrast(page: Page, selector: string): Promise<string[]> {
  const { text, background, isOverPicture } = await page
    .locator(selector)
    .first()
    .evaluate(paintOf);
  if (typeof background === 'string') return [`Contrast: ${selector} stands on ${background}.`];
  if (isOverPicture) return [`Contrast: ${selector} stands over a picture.`];
  if (text[3] !== 255) return [`Contrast: the text of ${selector} is half transparent.`];
  const ratio = contrastOf(text, background);
  return ratio < LEAST_CONTRAST ? [`Contrast: ${selector} has ${ratio.toFixed(2)}:1.`] : [];
}

function sentence(rule: axe.Result, node: axe.NodeResult): string {
  const checks = [...node.any, ...node.all, ...node.none].map((check) => check.message);
  return `${rule.id}: ${selectorOf(node)} ${node.html.slice(0, 160)}: ${checks.join(' ')}`;
}

function selectorOf(node: axe.NodeResult): string {
  return node.target.flat().join(' ');
}
