import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema, alertMark } from '#lib/model/alert.ts';
import { openAlerts, pastAlerts } from '#lib/store/alert-lists.ts';
import { changeAlert, clearAlerts, raiseAlert } from '#lib/store/alerts.ts';
import { type AlertsVisit, alertsVisit, DRAFT } from './alerts-visit.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('alerts that stand, on $engine', ({ emptyDatabase }) => {
  let at: AlertsVisit;

  beforeEach(async () => {
    at = await alertsVisit(await emptyDatabase());
  });

  afterEach(() => at.store.close());

  describe('changing', () => {
    let id: string;

    beforeEach(async () => {
      await at.raise(DRAFT);
      await at.goOut();
      id = (await openAlerts(at.store))[0]?.id ?? '';
    });

    const change = (fields: Record<string, string>) =>
      at.send('alert-change', {
        alert: id,
        text: 'Ferries stop',
        story: '',
        expiry: 'keep',
        ...fields,
      });

    test.each([
      ['text', { text: 'x'.repeat(281) }, 'text'],
      ['text', { text: ' ' }, 'text'],
      ['expiry', { expiry: '' }, 'expiry'],
      ['story', { story: 'javascript:alert(1)' }, 'story'],
    ])('a bad %s changes nothing and keeps what was typed', async (_name, typed, field) => {
      const before = await openAlerts(at.store);
      const { path, reply } = await change(typed);
      expect([path, reply.kind]).toEqual([`/desk/alerts/${id}`, 'problem']);
      expect(reply.problems.map((problem) => problem.field)).toEqual([field]);
      expect(reply.fields).toMatchObject(
        Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]])),
      );
      expect(await openAlerts(at.store)).toEqual(before);
    });

    test('the end moves, counted from now', async () => {
      await change({ expiry: '30m' });
      const [alert] = await openAlerts(at.store);
      const left = Date.parse(alert?.expires ?? '') - Date.now();
      expect(Math.abs(left - 30 * 60_000)).toBeLessThan(5000);
    });

    test('what a colleague has changed meanwhile is not put back unseen', async () => {
      const [stands] = await openAlerts(at.store);
      if (!stands) throw new Error('No alert stands.');
      const seen = alertMark(stands);
      const { link, expires } = stands;
      await changeAlert(at.store, id, { text: 'Ferries sail', link, expires }, EDITOR);
      const { path, reply } = await change({ seen, expiry: '6h' });
      expect([path, reply.kind]).toEqual([`/desk/alerts/${id}`, 'problem']);
      expect(reply.message).toMatch(/changed by somebody else/);
      const [now] = await openAlerts(at.store);
      expect(now).toMatchObject({ text: 'Ferries sail', expires });
      if (now) await change({ seen: alertMark(now), text: 'Ferries sail again' });
      expect(await at.raised()).toEqual([['en', 'Ferries sail again', null]]);
    });

    test('of several stories one is chosen', async () => {
      await at.newStory({ slug: 'c', headline: 'Weather' });
      await at.newStory({ slug: 'd', headline: 'Weather' });
      expect((await change({ story: 'Weather' })).reply.problems).toMatchObject([
        { field: 'link' },
      ]);
      await change({ story: 'Weather', link: '/en/articles/c' });
      expect(await at.raised()).toEqual([['en', 'Ferries stop', '/en/articles/c']]);
    });

    test('a link of a program’s alert that is no story stays while the text is mended', async () => {
      const link = '/en/sections/world';
      const other = await raiseAlert(
        at.store,
        alertInputSchema.parse({ text: 'x', lang: 'en', link }),
        EDITOR,
      );
      await at.send('alert-change', {
        alert: other.id,
        text: 'Mended',
        story: link,
        expiry: 'keep',
      });
      expect(await at.raised()).toContainEqual(['en', 'Mended', link]);
    });

    test('what has ended is changed and cleared no more', async () => {
      await clearAlerts(at.store, EDITOR);
      expect((await change({ text: 'Late' })).reply).toMatchObject({ kind: 'problem' });
      const { reply } = await at.send('alert-clear', { alert: id });
      expect(reply.message).toMatch(/had ended before/);
      expect(await pastAlerts(at.store, { limit: 5 })).toMatchObject([
        { text: 'Ferries stop', endedBy: 'Ifeoma' },
      ]);
    });
  });

  test.each(['', 'nonsense'])('clearing the alert %j clears none', async (alert) => {
    await at.raise(DRAFT);
    const { reply } = await at.send('alert-clear', { alert });
    expect(reply.kind).toBe('problem');
    expect((await at.raised()).length).toBe(1);
  });

  test('a reason that is too long clears nothing', async () => {
    await at.raise(DRAFT);
    const id = (await openAlerts(at.store))[0]?.id ?? '';
    const { reply } = await at.send('alert-clear', {
      alert: id,
      [`reason-${id}`]: 'x'.repeat(501),
    });
    expect(reply.problems).toMatchObject([{ field: `reason-${id}` }]);
    expect((await at.raised()).length).toBe(1);
  });
});
