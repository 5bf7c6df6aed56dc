import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { DeskPage } from '#components/desk/DeskPage.tsx';
import { SourcesPage } from '#components/desk/sources/SourcesPage.tsx';
import type { ListedSource, SourceGroups } from '#lib/model/desk-sources.ts';
import { show } from './show.tsx';

const source = (name: string): ListedSource => ({
  name,
  address: `https://${name}.example/feed.xml`,
  facts: [
    ['address', `https://${name}.example/feed.xml`],
    ['last success', 'never yet'],
  ],
});

const groups: SourceGroups = {
  failing: [source('bad')],
  gone: [],
  fresh: [source('new')],
  working: [source('good'), source('best')],
};

function showSources(
  changes: { isListed?: boolean; mayAsk?: boolean; groups?: SourceGroups } = {},
) {
  return show(
    <DeskPage title="Sources" siteName="The Harbour" current="sources" name="N" reply={null}>
      <SourcesPage groups={groups} isListed mayAsk formKey="k" {...changes} />
    </DeskPage>,
  );
}

test('those that fail come first, and how they are is said in words', () => {
  showSources();
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Failing: they gave nothing when they were last asked (1)',
    'Not asked yet (1)',
    'Working (2)',
  ]);
  const failing = screen.getByRole('region', { name: /^Failing/ });
  expect(within(failing).getByRole('heading', { level: 3, name: 'bad' })).toBeVisible();
  expect(within(failing).getByText('last success:').nextSibling).toHaveTextContent('never yet');
});

test('each can be asked now, by a button that names it', () => {
  showSources();
  const button = screen.getByRole('button', { name: 'Ask “best” now' });
  const form = button.closest('form');
  expect(form).toHaveAttribute('action', '/desk/forms/source-ask');
  expect(Object.fromEntries(new FormData(form ?? undefined))).toEqual({
    key: 'k',
    address: 'https://best.example/feed.xml',
  });
});

test.each([
  [{ mayAsk: false }, /needs publish/],
  [{ isListed: false }, /LEDE_FEEDS names the file that lists them/],
])('where none can be asked it is said why: %j', (changes, words) => {
  showSources(changes);
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Ask / })).toBeNull();
});

test('an empty list is told', () => {
  showSources({ groups: { failing: [], gone: [], fresh: [], working: [] } });
  expect(screen.getByText('The list of sources is empty.')).toBeVisible();
});

test('axe finds no barrier', async () => {
  const { container } = showSources();
  expect(await axe(container)).toHaveNoViolations();
});
