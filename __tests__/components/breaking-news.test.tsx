import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { Page } from '#components/layout/Page.tsx';
import { FIRST_STATE, readerStore } from '#lib/preferences/reader-store.ts';
import { rememberPreferences } from './cookie.ts';
import { alert, frame } from './sample.ts';
import { show } from './show.tsx';

beforeEach(() => {
  rememberPreferences('');
  readerStore.setState(FIRST_STATE);
});

function showPage(standing: typeof alert | null) {
  return show(
    <Page
      frame={{ ...frame, alerts: standing ? [standing] : [] }}
      path="/en/articles/x"
      hasSettings
    >
      <h1>A story</h1>
    </Page>,
  );
}

const skipLinks = () =>
  within(screen.getByRole('list', { name: 'Accessibility links' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

test('without an alert there is no region and no skip link to it', () => {
  showPage(null);
  expect(screen.queryByRole('region', { name: 'Breaking news' })).not.toBeInTheDocument();
  expect(skipLinks()).toEqual([
    'Skip to main content',
    'Skip to navigation',
    'Skip to search',
    'Skip to reading settings',
  ]);
});

test('an alert stands in a named region with its link and time, and its skip link comes last', () => {
  showPage(alert);
  const region = screen.getByRole('region', { name: 'Breaking news' });
  expect(within(region).getByRole('link', { name: alert.text })).toHaveAttribute(
    'href',
    '/en/articles/night-ferries',
  );
  expect(within(region).getByText('09:42')).toHaveAttribute('datetime', alert.raised);
  expect(skipLinks().at(-1)).toBe('Skip to breaking news');
});

test('nothing is announced when the page loads', () => {
  showPage(alert);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('Enter on the button dismisses it for good, and focus goes on to the content', async () => {
  const { unmount } = showPage(alert);
  screen.getByRole('button', { name: 'Dismiss breaking news' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('region', { name: 'Breaking news' })).not.toBeInTheDocument();
  expect(skipLinks()).not.toContain('Skip to breaking news');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(document.cookie).toContain('dismissed=a1b2c3');

  unmount();
  showPage(alert);
  expect(screen.queryByRole('region', { name: 'Breaking news' })).not.toBeInTheDocument();
});

test('another alert is shown although an earlier one was dismissed', async () => {
  const { unmount } = showPage(alert);
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss breaking news' }));
  unmount();
  showPage({ ...alert, id: 'd4e5f6', text: 'Ferries sail again' });
  expect(screen.getByRole('link', { name: 'Ferries sail again' })).toBeInTheDocument();
});

test('has no barrier that axe finds', async () => {
  const { container } = showPage(alert);
  expect(await axe(container)).toHaveNoViolations();
});
