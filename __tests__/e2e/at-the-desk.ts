import type { Page } from '@playwright/test';
import type { Newsroom } from './newsroom/newsroom.ts';

/** Makes a token as an operator does. */
export async function makeToken(
  newsroom: Newsroom,
  scope = 'publish,alerts',
): Promise<{ id: string; token: string }> {
  const made = await newsroom.lede(
    ...['token', 'create', '--name', 'Night desk', '--scope', scope, '--json'],
  );
  return JSON.parse(made);
}

/** Signs somebody in at a page of the desk; it is shown then. */
export async function signIn(page: Page, token: string, path = '/desk'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Your token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
