import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readDocument } from '#lib/ingest/detect.ts';
import { findSources, readSource } from '#lib/ingest/find-sources.ts';
import { type ImportReport, importStories } from '#lib/ingest/import-stories.ts';
import { isStory, type Reading } from '#lib/ingest/reading.ts';
import type { Article } from '#lib/model/article.ts';
import { parseDocument } from '#lib/store/articles.ts';
import { openStore, type Store } from '#lib/store/open-store.ts';
import { searchArticles } from '#lib/store/search.ts';
import { plainText } from '#lib/text/plain-text.ts';
import { corpus } from '../corpora.ts';
import { dangersIn } from '../unit/html-audit.ts';

// 134 stories take their time on a busy machine.
jest.setTimeout(60_000);

const voa = corpus('markdown/voa-cambodia-election');

/** 134 real stories in English and Khmer, as a newsroom's static site held them. Their pictures are
 *  out of reach. */
const suite = voa.isHere ? describe : describe.skip;
const absence = voa.isHere ? '' : ` (skipped: there is no ${voa.folder})`;

suite(`the stories of VOA’s Cambodia election site${absence}`, () => {
  const media = mkdtempSync(path.join(tmpdir(), 'lede-voa-'));
  let store: Store;
  let report: ImportReport;
  let articles: Article[];
  const inputs = new Map<string, Reading>();

  beforeAll(async () => {
    store = await openStore('file::memory:');
    report = await importStories([voa.folder], { store, media, languages: ['en', 'fa', 'km'] });
    const rows = await store.db.selectFrom('articles').select('document').execute();
    articles = rows.map(({ document }) => parseDocument(document));
    const { sources } = await findSources([voa.folder]);
    for (const source of sources) {
      const document = await readSource(source);
      if (!('text' in document)) continue;
      for (const reading of readDocument(document, { edition: 'en' })) {
        inputs.set(path.relative(voa.folder, reading.place), reading);
      }
    }
  }, 60_000);

  afterAll(async () => {
    await store.close();
    rmSync(media, { recursive: true });
  });

  test('every post is a story, every other file is reported with its reason', () => {
    const posts = (lang: string) => readdirSync(path.join(voa.folder, lang, '_posts')).length;
    expect(articles.filter(({ lang }) => lang === 'en')).toHaveLength(posts('english'));
    expect(articles.filter(({ lang }) => lang === 'km')).toHaveLength(posts('khmer'));
    expect(report.counts).toEqual({
      new: 134,
      changed: 0,
      unchanged: 0,
      held: 0,
      withdrawn: 0,
      failed: 19,
    });
    const failed = report.stories.filter(({ outcome }) => outcome === 'failed');
    for (const { place, reason } of failed) {
      expect(path.basename(place)).toMatch(/^(?:index\.(?:md|html)|README\.md)$/);
      expect(reason).toMatch(/^It is (?:a page of the site|not a story)/);
    }
  });

  test('nothing of a template reaches a reader, in any field', () => {
    for (const article of articles) {
      const text = JSON.stringify(article);
      for (const leftover of ['{%', '%}', '{{', '}}', '{:', '$DATELINE', 'Xxxx', '<!--']) {
        expect({ slug: article.slug, leftover, isThere: text.includes(leftover) }).toEqual({
          slug: article.slug,
          leftover,
          isThere: false,
        });
      }
    }
  });

  test('every body is safe, has text, and keeps its outline', () => {
    for (const { slug, body } of articles) {
      expect({ slug, dangers: dangersIn(body) }).toEqual({ slug, dangers: [] });
      expect(plainText(body).length).toBeGreaterThan(50);
      const levels = [...body.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
      });
    }
  });

  const inputOf = (file: string) => {
    const reading = inputs.get(file);
    if (!reading || !isStory(reading)) throw new Error(`${file} is no story.`);
    return reading.input;
  };

  test.each([
    [
      'english/_posts/2015-01-01-norodom-sihanouk.md',
      {
        sourceId: 'markdown:en/norodom-sihanouk',
        headline: 'Norodom Sihanouk',
        section: 'profiles',
        authors: [{ name: 'Chenda Hong' }, { name: 'Ten Soksreinith' }],
        published: '2015-01-01T00:00:00.000Z',
        image: {
          url: 'https://gdb.voanews.com/C9D6AB37-D8E4-4229-AA87-FDA5D4B84503_w1023_s.jpg',
          caption:
            'Prince Norodom Sihanouk, the Cambodian head of state, makes a speech at Orly National Airport located south of Paris, France on March 13, 1970. Sihanouk is returning to Phnom Pehn via Moscow and Peking.',
          credit: 'Levy | AP',
        },
      },
    ],
    [
      'english/_posts/2017-11-15-background-cash-oaths-and-holy-water.md',
      {
        headline: 'Cash, Oaths and Holy Water',
        standfirst: 'Inside the CPP’s Quest to Identify Its Own True Supporters',
        dateline: 'Taches Commune, Kampong Chhnang Province',
        authors: [{ name: 'Julia Wallace' }, { name: 'Sun Narin' }],
        section: 'background',
        image: { credit: 'Sun Narin/VOA Khmer' },
      },
    ],
    [
      'english/_posts/2018-07-01-cambodia-adrift.md',
      {
        section: 'features',
        authors: [{ name: 'Aun Chhengpor' }, { name: 'Sun Narin' }, { name: 'Ten Soksreinith' }],
      },
    ],
    [
      'english/_posts/2018-07-26-media-crackdown-in-cambodia.md',
      {
        image: {
          caption:
            'The Cambodian government’s suppression of Radio Free Asia and Voice of America broadcasts was front page news in The Cambodia Daily on August 29, 2017.',
        },
      },
    ],
    [
      'english/_posts/2018-07-11-video-agriculture-chan-tha.md',
      { section: 'video', topics: ['agriculture'], authors: [] },
    ],
    [
      'english/_posts/2013-01-01-quote-nou-sari.md',
      {
        headline: 'Nou Sari',
        standfirst: 'Farmer, 58, Kampot',
        image: { url: '/img/mugshot__Nou-Sari--400.jpg', alt: 'Nou Sari' },
      },
    ],
    [
      'khmer/_posts/2017-01-01-kem-sokha.md',
      {
        lang: 'km',
        headline: 'លោក កឹម សុខា',
        published: '2018-05-01T00:00:00.000Z',
        authors: [
          { name: 'ទែន សុខស្រីនិត', description: 'VOA News' },
          { name: 'ហុង ចិន្តា', description: 'VOA News' },
        ],
      },
    ],
    [
      'khmer/_posts/2018-07-28-government-confirm-blocking-fifteen-independent-news-sites-over-poll-disruption.md',
      {
        dateline: 'ភ្នំពេញ',
        authors: [{ name: 'ស៊ុន ណារិន' }, { name: 'អូន ឆេងប៉រ' }],
        image: { credit: 'ខាន់​ សុគុំមនោ | VOA Khmer' },
      },
    ],
  ])('%s has its fields in their places', (file, expected) => {
    expect(inputOf(file)).toMatchObject(expected);
  });

  test('pictures, videos and quotations inside stories come out of their templates', () => {
    const migration = inputOf('english/_posts/2018-07-11-battambang-migration.md').bodyMarkdown;
    expect(migration).toContain(
      '<figcaption>Preap Pha surrounded by her eight young children who have been left behind by their parents for Preap Pha to look after. <span class="credit">David Boyle | VOA Khmer</span></figcaption>',
    );
    expect(migration).toContain('<img src="/img/feature__migration__children.jpg" alt="">');
    expect(migration).toContain('https://www.youtube-nocookie.com/embed/z0AbBN9LD9Q');
    expect(migration).toContain('<p class="pullquote">“…Children suffered from a range');
    const enclave = inputOf('english/_posts/2018-07-18-kandal-cpp-multiethnic.md').bodyMarkdown;
    expect(enclave).toContain(
      '<figcaption>Chab Suy: Prek Chrey CPP commune chief</figcaption></figure>\n\n“There',
    );
  });

  test('notes, links to facts that are not here, and dashes', () => {
    const body = articles.find(
      ({ slug, lang }) => slug === 'cambodia-adrift' && lang === 'en',
    )?.body;
    expect(body).toMatch(/^<p>EDITOR’S NOTE: This story was published before the 2018 election/);
    expect(body).toContain('<a href="#note-footnote1">unfair and unfree<sup>1</sup></a>');
    expect(body).toContain('the first post-genocide election in 1993.');
    expect(body).toContain('little doubt of the outcome – Hun Sen’s');
    expect(body).toContain('<li id="note-footnote7">China <a href=');
  });

  test('each picture that could not be had is named with the reason', () => {
    const warnings = report.stories.flatMap((story) => story.warnings);
    expect(warnings).toContain(
      'The picture /img/mugshot__Nou-Sari--400.jpg was left out: there is no such file.',
    );
    const left = warnings.filter((warning) => warning.startsWith('The picture'));
    expect(left.length).toBeGreaterThan(250);
  });

  test('what is in a story is found by searching for it, in both languages', async () => {
    const search = { limit: 200, offset: 0 };
    const english = await searchArticles(store, {
      ...search,
      lang: 'en',
      query: 'garment workers',
    });
    expect(english.hits.map(({ teaser }) => teaser.slug)).toContain('phnom-penh-garment-industry');
    const khmer = await searchArticles(store, { ...search, lang: 'km', query: 'ភ្នំពេញ' });
    const written = articles.filter(
      ({ lang, body, headline, standfirst, dateline }) =>
        lang === 'km' &&
        [body, headline, standfirst, dateline]
          .join()
          .replace(/\p{Cf}/gu, '')
          .includes('ភ្នំពេញ'),
    );
    expect(khmer.hits.map(({ teaser }) => teaser.slug).sort()).toEqual(
      expect.arrayContaining(written.map(({ slug }) => slug)),
    );
  });

  test('a second run changes nothing', async () => {
    const again = await importStories([voa.folder], {
      store,
      media,
      languages: ['en', 'fa', 'km'],
    });
    expect(again.counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 134,
      held: 0,
      withdrawn: 0,
      failed: 19,
    });
  }, 60_000);
});
