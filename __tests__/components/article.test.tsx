import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { Article } from '#components/article/Article.tsx';
import { frame, story } from './sample.ts';
import { show } from './show.tsx';

/** Where a text or element stands in the page, to compare orders. */
function placeOf(node: Element): number {
  return [...document.querySelectorAll('*')].indexOf(node);
}

test('prints the parts of a story in the order of a paper', () => {
  show(<Article story={story} frame={frame} />);
  const parts = [
    screen.getByRole('link', { name: 'World' }),
    screen.getByRole('heading', { level: 1, name: story.headline }),
    screen.getByText(story.standfirst),
    screen.getByRole('link', { name: 'Mira Solheim' }),
    screen.getByText('PORT MAREN'),
    screen.getByText('7 October 2026 at 14:05 UTC'),
    screen.getByText('7 October 2026 at 15:20 UTC'),
    screen.getByRole('link', { name: 'Corrected 7 October 2026 at 16:00 UTC' }),
    screen.getByRole('group', { name: 'Text size' }),
    screen.getByRole('img', { name: 'A lit ferry on dark water' }),
    screen.getByText('J. Castellane'),
    screen.getByRole('heading', { level: 2, name: 'The findings' }),
    screen.getByText(
      'Some information for this report came from Harbour Wire and Calder Press Service.',
    ),
    screen.getByRole('heading', { level: 2, name: 'Corrections' }),
    screen.getByRole('heading', { level: 2, name: 'About the authors' }),
    screen.getByRole('link', { name: 'Diplomacy' }),
    screen.getByRole('heading', { level: 2, name: 'Related stories' }),
  ];
  const places = parts.map(placeOf);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('gives programs the times, and the lead picture its room and its rank', () => {
  show(<Article story={story} frame={frame} />);
  expect(screen.getByText('7 October 2026 at 14:05 UTC')).toHaveAttribute(
    'datetime',
    '2026-10-07T14:05:00.000Z',
  );
  const picture = screen.getByRole('img', { name: 'A lit ferry on dark water' });
  expect(picture).toHaveAttribute('width', '1600');
  expect(picture).toHaveAttribute('height', '900');
  expect(picture).toHaveAttribute('loading', 'eager');
  expect(picture).toHaveAttribute('fetchpriority', 'high');
});

test('leads from the day of the newest correction to all of them', () => {
  const older = { at: '2026-10-05T08:00:00.000Z', text: 'An earlier version misspelt a name.' };
  show(<Article story={{ ...story, corrections: [...story.corrections, older] }} frame={frame} />);
  const link = screen.getByRole('link', { name: 'Corrected 7 October 2026 at 16:00 UTC' });
  const target = document.querySelector(link.getAttribute('href') ?? '');
  expect(target).toHaveTextContent('Corrections');
});

test('joins the names of the byline as the language joins them', () => {
  show(<Article story={{ ...story, related: [] }} frame={frame} />);
  expect(screen.getByText(/^By/)).toHaveTextContent('By Mira Solheim and Wire Desk · PORT MAREN');
});

test('leaves out what a story does not have, with no empty part left behind', () => {
  show(
    <Article
      frame={frame}
      story={{
        ...story,
        standfirst: '',
        dateline: '',
        authors: [],
        agencies: [],
        updated: null,
        image: null,
        topics: [],
        corrections: [],
        related: [],
        isSample: false,
      }}
    />,
  );
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
    story.headline,
    'The findings',
  ]);
  expect(screen.queryByText(/Some information/)).not.toBeInTheDocument();
  expect(screen.queryByText(/Updated|Corrected/)).not.toBeInTheDocument();
  expect(screen.queryByRole('figure')).not.toBeInTheDocument();
});

test.each(['en', 'fa', 'km'] as const)('has no barrier that axe finds in %s', async (lang) => {
  const { container } = show(<Article story={{ ...story, lang }} frame={{ ...frame, lang }} />);
  expect(await axe(container)).toHaveNoViolations();
});
