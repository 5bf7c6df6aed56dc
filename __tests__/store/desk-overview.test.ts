import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readLog } from '#lib/desk/log/read-log.ts';
import { readOverview } from '#lib/desk/overview/read-overview.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { saveArticle } from '#lib/store/articles.ts';
import { recordAct } from '#lib/store/audit-log.ts';
import { allSources, claimSource, finishSource, syncSources } from '#lib/store/sources.ts';
import { type DeskVisit, deskVisit } from './desk-visit.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';
import { arrivalOf, sampleArticle } from './sample-article.ts';

describe.each(ENGINES)('what the desk tells on $engine', ({ emptyDatabase }) => {
  let at: DeskVisit;

  beforeEach(async () => {
    at = await deskVisit(await emptyDatabase());
  });

  afterEach(() => at.store.close());

  const noteActs = async (count: number) => {
    for (let index = 1; index <= count; index += 1) {
      const details = { lang: 'fa', text: `خبر ${index}` };
      const act = { actor: EDITOR, act: 'alert.cleared', subject: 'x', details } as const;
      await recordAct(at.store.db, act);
    }
  };

  test('the log has each act once, newest first, fifty on a page', async () => {
    await noteActs(101);
    const first = await readLog(at.desk, '');
    expect(first).toMatchObject({ hasNewer: false, acts: { length: 50 } });
    expect(first.acts[0]).toMatchObject({
      words: 'Ifeoma, at the command line, cleared an alert: “خبر 101” in Persian.',
      quote: { text: 'خبر 101', lang: 'fa' },
    });
    const second = await readLog(at.desk, String(first.older));
    // What is done meanwhile moves nothing on the pages behind.
    await noteActs(3);
    const third = await readLog(at.desk, String(second.older));
    expect(third).toMatchObject({ hasNewer: true, older: null, acts: { length: 1 } });
    const read = [...first.acts, ...second.acts, ...third.acts].map(({ seq }) => seq);
    expect(new Set(read).size).toBe(101);
    expect(read).toEqual(read.toSorted((one, other) => other - one));
  });

  test.each(['0', '-1', 'x', '1e3', '9'.repeat(40), "1' OR 1=1"])(
    'an address with %j begins at the newest act',
    async (before) => {
      await noteActs(2);
      expect(await readLog(at.desk, before)).toMatchObject({
        hasNewer: false,
        acts: { length: 2 },
      });
    },
  );

  test('an empty desk has nothing to tell', async () => {
    const nothing = { alerts: [], waiting: [], failing: [], acts: [] };
    expect(await readOverview(at.desk)).toEqual(nothing);
  });

  test('the overview has what stands, what waits, what fails and what was done', async () => {
    const input = { text: 'Ferries stop', lang: 'en', emergency: false } as const;
    await raiseAlert(at.store, input, EDITOR);
    const finding = {
      rule: 'image-description-missing',
      severity: 'serious',
      where: { kind: 'image', excerpt: 'ferry.jpg', index: 0 },
      message: 'The picture has no description.',
    } as const;
    const article = sampleArticle({ headline: 'Held' });
    await saveArticle(at.store, article, {
      ...arrivalOf(article),
      findings: [finding],
      policy: 'hold',
    });
    const settings = { every: null, policy: 'publish', fullText: false } as const;
    const listing = (name: string) => ({ address: `https://${name}.example/feed`, name, settings });
    const now = new Date().toISOString();
    await syncSources(at.store, [listing('well'), listing('ill')], now);
    const claim = { holder: 'test', until: '9999-01-01T00:00:00.000Z' };
    const ill = await claimSource(at.store, listing('ill').address, now, claim);
    await finishSource(at.store, listing('ill'), 'test', {
      state: { ...(ill as NonNullable<typeof ill>).state, error: 'It answers 503.', failures: 3 },
      nextAt: null,
    });
    expect(await allSources(at.store)).toHaveLength(2);

    expect(await readOverview(at.desk)).toMatchObject({
      alerts: [{ text: 'Ferries stop' }],
      waiting: [{ headline: 'Held', isUpdate: false, findings: [{ message: finding.message }] }],
      failing: [{ name: 'ill', error: 'It answers 503.', failures: 3, succeededAt: null }],
      acts: [{ words: 'Ifeoma, at the command line, raised an alert: “Ferries stop” in English.' }],
    });
  });
});
