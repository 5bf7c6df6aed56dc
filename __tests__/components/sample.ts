import type { Alert } from '#lib/model/alert.ts';
import type { Figure } from '#lib/model/picture.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import type { EditionFrame, Story, Teaser } from '#lib/model/views.ts';

/** View models for tests of components: a small, whole example of each. */

export const frame: EditionFrame = {
  siteName: 'The Harbour',
  siteUrl: 'http://localhost:3000',
  timeZone: 'UTC',
  lang: 'en',
  sections: [
    { slug: 'world', name: 'world' },
    { slug: 'region', name: 'region' },
  ],
  editions: ['en', 'fa', 'km'],
  alerts: [],
  position: 0,
  isSample: false,
};

export const alert: Alert = {
  id: 'a1b2c3',
  lang: 'en',
  text: 'Ferries stop as storm nears',
  link: '/en/articles/night-ferries',
  raised: '2026-10-07T09:42:00.000Z',
  expires: null,
  emergency: false,
};

export const figure: Figure = {
  id: 'abc123',
  width: 1600,
  height: 900,
  widths: [320, 640, 960],
  alt: 'A lit ferry on dark water',
  caption: 'The Maren Star on her first crossing.',
  credit: 'J. Castellane',
};

/** An author's portrait. */
const portrait: Figure = { ...figure, id: 'def456', alt: 'Drawing of Mira Solheim', caption: '' };

export const teaser: Teaser = {
  id: 't1',
  lang: 'en',
  slug: 'night-ferries',
  headline: 'Night ferries return',
  standfirst: 'Two boats, four nights a week.',
  section: { slug: 'region', name: 'region' },
  authorNames: ['Ifeoma Bascombe', 'Jun Castellane'],
  published: '2026-10-07T06:30:00.000Z',
  image: figure,
};

export const story: Story = {
  id: 's1',
  lang: 'en',
  slug: 'council',
  headline: 'Council says expulsions answer a pattern',
  standfirst: 'Eight delegates leave the capital.',
  section: { slug: 'world', name: 'world' },
  published: '2026-10-07T14:05:00.000Z',
  updated: '2026-10-07T15:20:00.000Z',
  image: figure,
  dateline: 'PORT MAREN',
  topics: [{ slug: 'diplomacy', name: 'Diplomacy' }],
  authors: [
    { slug: 'mira-solheim', name: 'Mira Solheim', description: 'Covers culture.', image: portrait },
    { slug: 'wire-desk', name: 'Wire Desk', description: '', image: null },
  ],
  agencies: ['Harbour Wire', 'Calder Press Service'],
  body: '<p>The council said.</p><h2>The findings</h2><p>More.</p>' as SafeHtml,
  corrections: [{ at: '2026-10-07T16:00:00.000Z', text: 'An earlier version misnamed the pier.' }],
  related: [teaser],
  isSample: true,
};
