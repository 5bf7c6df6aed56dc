import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alertInputSchema } from '#lib/model/alert.ts';
import { draftFields, UNDO_MS } from '#lib/model/alert-draft.ts';
import { openAlerts, pastAlerts, standingAlerts } from '#lib/store/alert-lists.ts';
import { raiseAlert } from '#lib/store/alerts.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { type AlertsVisit, alertsVisit, DRAFT } from './alerts-visit.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('the desk’s alerts on $engine', ({ emptyDatabase }) => {
  let at: AlertsVisit;

  beforeEach(async () => {
    at = await alertsVisit(await emptyDatabase());
  });

  afterEach(() => at.store.close());

  test('an alert goes the whole way: form, preview, wait, out, changed, cleared', async () => {
    const { secret: link } = { secret: '/en/articles/night-ferries' };
    await at.newStory({ slug: 'night-ferries', headline: 'Night ferries return' });
    const before = Date.now();
    const { path, reply } = await at.raise({
      ...DRAFT,
      'story-en': 'Night ferries return',
      note: 'The harbour called',
    });
    expect([path, reply.kind]).toEqual(['/desk/alerts', 'done']);
    expect(reply.message).toMatch(/\(English\) is raised and goes out at \d\d:\d\d:\d\d CES?T/);
    const [alert] = await openAlerts(at.store);
    expect(alert).toMatchObject({
      text: 'Ferries stop',
      link,
      raisedBy: 'Night desk',
      note: 'The harbour called',
      emergency: false,
    });
    const waits = Date.parse(alert?.waitsUntil ?? '') - before;
    expect(waits).toBeGreaterThanOrEqual(UNDO_MS);
    expect(waits).toBeLessThan(UNDO_MS + 5000);
    const stands = Date.parse(alert?.expires ?? '') - Date.parse(alert?.raised ?? '');
    expect(Math.abs(stands - 2 * 3_600_000)).toBeLessThan(1000);
    expect(await standingAlerts(at.store, new Date().toISOString())).toEqual([]);

    await at.goOut();
    const id = alert?.id ?? '';
    const changed = await at.send('alert-change', {
      alert: id,
      text: 'All ferries stop',
      story: link,
      expiry: 'keep',
    });
    expect(changed).toMatchObject({ path: '/desk/alerts', reply: { kind: 'done' } });
    expect(await openAlerts(at.store)).toMatchObject([
      { text: 'All ferries stop', link, expires: alert?.expires },
    ]);

    const cleared = await at.send('alert-clear', {
      alert: id,
      [`reason-${id}`]: 'They sail again',
    });
    expect(cleared.reply).toMatchObject({ kind: 'done' });
    expect(await openAlerts(at.store)).toEqual([]);
    expect(await pastAlerts(at.store, { limit: 5 })).toMatchObject([
      { endedWhy: 'cleared', endedBy: 'Night desk', endedNote: 'They sail again' },
    ]);
    const acts = await listActs(at.store, { limit: 10, subject: id });
    expect(acts.map(({ act, actor }) => [act, actor.name])).toEqual([
      ['alert.cleared', 'Night desk'],
      ['alert.changed', 'Night desk'],
      ['alert.raised', 'Night desk'],
    ]);
  });

  test('several editions are raised at one instant and can be undone together', async () => {
    const { reply } = await at.raise({ ...DRAFT, 'text-fa': 'کشتی‌ها ایستادند', 'text-km': '' });
    expect(reply.message).toMatch(/\(English and Persian\)/);
    const alerts = await openAlerts(at.store);
    expect(alerts.map(({ lang }) => lang).sort()).toEqual(['en', 'fa']);
    expect(new Set(alerts.map(({ waitsUntil }) => waitsUntil)).size).toBe(1);
    const both = alerts.map(({ id }): [string, string] => ['alert', id]);
    const undone = await at.send('alert-undo', [...both, ['text-en', 'Ferries stop']]);
    expect(undone.reply).toMatchObject({ kind: 'done', fields: { 'text-en': ['Ferries stop'] } });
    expect(await openAlerts(at.store)).toEqual([]);
    await at.goOut();
    expect(await standingAlerts(at.store, new Date().toISOString())).toEqual([]);
    expect(await pastAlerts(at.store, { limit: 5 })).toMatchObject([
      { endedWhy: 'undone' },
      { endedWhy: 'undone' },
    ]);
  });

  test('what would be refused on the way to the preview is refused when it is raised', async () => {
    const { carried } = await at.preview(DRAFT);
    const bad = carried.map(([name, value]): [string, string] =>
      name === 'text-en' ? [name, 'x'.repeat(281)] : [name, value],
    );
    const { path, reply } = await at.send('alert-raise', bad);
    expect([path, reply.kind]).toEqual(['/desk/alerts', 'problem']);
    const noEnd = await at.send(
      'alert-raise',
      carried.filter(([name]) => name !== 'expiry'),
    );
    expect(noEnd.reply.problems).toMatchObject([{ field: 'expiry' }]);
    expect(await at.raised()).toEqual([]);
  });

  test('an emergency without its confirmation raises nothing', async () => {
    const draft = { ...DRAFT, emergency: 'yes' };
    const { path, reply } = await at.raise(draft);
    expect([path, reply.kind]).toEqual(['/desk/alerts/preview', 'problem']);
    expect(reply.problems).toEqual([
      { field: 'danger', message: expect.stringContaining('danger to life') },
    ]);
    expect(await at.raised()).toEqual([]);
    const { carried } = await at.previewAt(reply);
    await at.send('alert-raise', [...carried, ['danger', 'yes']]);
    expect(await openAlerts(at.store)).toMatchObject([{ emergency: true }]);
  });

  test('the confirmation alone makes no emergency', async () => {
    await at.raise(DRAFT, [['danger', 'yes']]);
    expect(await openAlerts(at.store)).toMatchObject([{ emergency: false }]);
  });

  test('it is too late to undo what is out: it stays and can be cleared', async () => {
    await at.raise(DRAFT);
    await at.goOut();
    const [alert] = await openAlerts(at.store);
    const { reply } = await at.send('alert-undo', {
      alert: alert?.id ?? '',
      'text-en': 'Ferries stop',
    });
    expect(reply).toMatchObject({ kind: 'problem', fields: {} });
    expect(reply.problems).toEqual([
      {
        field: `reason-${alert?.id}`,
        message: expect.stringMatching(/“Clear” takes it from every page/),
      },
    ]);
    expect((await at.raised()).length).toBe(1);
    await at.send('alert-clear', { alert: alert?.id ?? '' });
    expect(await at.raised()).toEqual([]);
  });

  test('a preview that is sent twice, also at once, raises once', async () => {
    const { carried } = await at.preview({ ...DRAFT, 'text-fa': 'خبر' });
    await Promise.all(
      [at.send('alert-raise', carried), at.send('alert-raise', carried)].map((sent) =>
        sent.catch(() => null),
      ),
    );
    const { reply } = await at.send('alert-raise', carried);
    expect(reply).toMatchObject({ kind: 'done', message: expect.stringContaining('goes out at') });
    expect((await at.raised()).length).toBe(2);
    await at.goOut();
    const late = await at.send('alert-raise', carried);
    expect(late.reply).toMatchObject({
      kind: 'done',
      message: expect.stringContaining('went out at'),
    });
    expect((await at.raised()).length).toBe(2);
    const acts = await listActs(at.store, { limit: 20 });
    expect(acts.filter(({ act }) => act === 'alert.raised').length).toBe(2);
  });

  test('a preview that is sent again after an undo raises nothing and keeps the words', async () => {
    const { carried } = await at.preview(DRAFT);
    await at.send('alert-raise', carried);
    const [alert] = await openAlerts(at.store);
    await at.send('alert-undo', { alert: alert?.id ?? '' });
    const { path, reply } = await at.send('alert-raise', carried);
    expect([path, reply.kind]).toEqual(['/desk/alerts', 'problem']);
    expect(reply.fields['text-en']).toEqual(['Ferries stop']);
    expect(await at.raised()).toEqual([]);
    await at.raise(DRAFT);
    expect((await at.raised()).length).toBe(1);
  });

  test('the same words previewed anew are another alert', async () => {
    await at.raise(DRAFT);
    await at.goOut();
    await at.raise(DRAFT);
    expect((await at.raised()).length).toBe(2);
  });

  test('“Change” leads back to the form with everything in it', async () => {
    const draft = { ...DRAFT, 'story-en': '', 'text-fa': 'خبر', emergency: 'yes', note: 'why' };
    const { reply } = await at.preview(draft);
    const back = await at.send('alert-draft', draftFields(reply.fields));
    expect([back.path, back.reply.kind]).toEqual(['/desk/alerts', 'draft']);
    for (const [name, value] of Object.entries(draft))
      expect(back.reply.fields[name]).toEqual([value]);
  });

  test('a form without the number of a preview leads to the preview', async () => {
    const { path, reply } = await at.send('alert-raise', { ...DRAFT, draft: '../x' });
    expect([path, reply.kind]).toEqual(['/desk/alerts/preview', 'problem']);
    expect(await at.raised()).toEqual([]);
    const { carried } = await at.previewAt(reply);
    expect((await at.send('alert-raise', carried)).reply.kind).toBe('done');
  });

  test.each([
    'alert-preview',
    'alert-draft',
    'alert-raise',
    'alert-undo',
    'alert-clear',
    'alert-change',
  ])('a token without the scope alerts is refused by %s', async (form) => {
    const alert = await raiseAlert(
      at.store,
      alertInputSchema.parse({ text: 'x', lang: 'en' }),
      EDITOR,
      { waits: UNDO_MS },
    );
    const other = await at.enter((await at.newToken(['publish'])).secret);
    const answer = await at.sendAs(other, form, {
      ...DRAFT,
      alert: alert.id,
      text: 'y',
      draft: '00000000',
    });
    expect(answer.status).toBe(403);
    expect(await openAlerts(at.store)).toMatchObject([{ id: alert.id, text: 'x' }]);
  });
});
