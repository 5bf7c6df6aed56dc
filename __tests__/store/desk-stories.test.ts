import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readStory } from '#lib/desk/stories/read-story.ts';
import { versionToRelease } from '#lib/model/desk-stories.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { listHeld } from '#lib/store/held.ts';
import { type DeskNewsroom, deskNewsroom, TABLE } from './desk-newsroom.ts';
import { ENGINES } from './engines.ts';

jest.setTimeout(60_000);

describe.each(ENGINES)('the stories of the desk on $engine', ({ emptyDatabase }) => {
  let room: DeskNewsroom;

  beforeEach(async () => {
    room = await deskNewsroom(await emptyDatabase());
  });

  afterEach(() => room.store.close());

  const hold = (id: string, reason = 'The lawyer asks') =>
    room.act('story-hold', { id, 'hold-reason': reason });
  const releaseFields = async (id: string, reason = 'The lawyer agrees') => {
    const file = await readStory(room.desk, id);
    const version = versionToRelease(file?.revision ?? 0, file?.waiting ?? null);
    return { id, version, 'release-reason': reason };
  };
  const release = async (id: string) => room.act('story-release', await releaseFields(id));
  const withdraw = (id: string, more: Record<string, string> = { 'withdraw-sure': 'yes' }) =>
    room.act('story-withdraw', { id, 'withdraw-reason': 'Names a minor', ...more });
  const actsOn = async (subject: string) =>
    (await listActs(room.store, { limit: 9, subject })).map(({ act, actor }) => [act, actor.name]);

  test('held, a newer version comes in, and it is held until it is released', async () => {
    const { id } = await room.arrive();
    expect(await hold(id)).toMatchObject({
      status: 303,
      to: `/desk/stories/${id}`,
      reply: { form: 'story-hold', kind: 'done', message: expect.stringContaining('is held') },
    });
    expect((await room.stored(id)).state).toBe('held');
    const next = await room.arrive({ headline: 'Next version' });
    expect(next).toMatchObject({
      outcome: 'held',
      stored: 'changed',
      reason: expect.stringMatching(/^An editor holds this story: “The lawyer asks”\./),
    });
    expect(await room.stored(id)).toMatchObject({
      state: 'held',
      article: { headline: 'Next version', updated: expect.any(String) },
    });
    expect(await listHeld(room.store)).toMatchObject([{ id, reason: 'The lawyer asks' }]);
    expect(await release(id)).toMatchObject({
      to: `/desk/stories/${id}`,
      reply: { kind: 'done', message: expect.stringContaining('readers have it now') },
    });
    expect(await room.stored(id)).toMatchObject({ state: 'published', held_reason: null });
    expect(await actsOn(id)).toEqual([
      ['story.published', 'Night desk'],
      ['story.held', 'Night desk'],
    ]);
  });

  test('under embargo it is held, and released it waits for its embargo again', async () => {
    const { id } = await room.arrive({ embargoedUntil: '2999-01-01T00:00:00Z' });
    expect((await hold(id)).reply?.kind).toBe('done');
    expect((await release(id)).reply?.message).toContain('when its embargo lifts');
    expect((await room.stored(id)).state).toBe('embargoed');
  });

  test('what waits because of its findings is released with them', async () => {
    const { id } = await room.arrive({ body: TABLE }, 'hold');
    expect((await room.stored(id)).state).toBe('held');
    const file = await readStory(room.desk, id);
    expect(file?.version.findings).toMatchObject([
      { rule: 'table-without-headers', severity: 'serious', number: 1, mark: 'place-1' },
    ]);
    expect(file?.version.body).toContain('<mark id="place-1">');
    expect((await release(id)).reply?.kind).toBe('done');
    const after = await readStory(room.desk, id);
    expect(after?.overrides).toMatchObject([
      { editor: 'Night desk', reason: 'The lawyer agrees', findings: [{ severity: 'serious' }] },
    ]);
    expect((await release(id)).reply).toMatchObject({
      kind: 'problem',
      message: 'Nothing of this story waits any more.',
    });
  });

  test('a newer version that waits is shown beside the one that is here, and released', async () => {
    const { id } = await room.arrive();
    await room.arrive({ headline: 'Worse', body: TABLE }, 'hold');
    const file = await readStory(room.desk, id);
    expect(file).toMatchObject({
      story: { state: 'published', hasWaiting: true, serious: 0 },
      version: { headline: 'Night ferries return', findings: [] },
      waiting: { headline: 'Worse', findings: [{ mark: 'waiting-place-1' }] },
    });
    expect((await release(id)).reply?.kind).toBe('done');
    expect((await room.stored(id)).article.headline).toBe('Worse');
  });

  test('of two editors who release at once one does, and the other is told', async () => {
    const { id } = await room.arrive();
    await room.arrive({ headline: 'Worse', body: TABLE }, 'hold');
    const other = await room.enter((await room.newToken(['publish'])).secret);
    const fields = await releaseFields(id);
    const both = await Promise.all([
      room.act('story-release', fields),
      room.act('story-release', fields, other),
    ]);
    expect(both.map(({ reply }) => reply?.kind).sort()).toEqual(['done', 'problem']);
    expect((await room.stored(id)).revision).toBe(2);
  });

  test.each([
    ['that waits', { headline: 'Worse', body: TABLE }],
    ['of a story that is held', {}],
  ])('a version %s and came since the editor looked is not released unseen', async (_, seen) => {
    const { id } = await room.arrive();
    if ('body' in seen) await room.arrive(seen, 'hold');
    else await hold(id);
    const fields = await releaseFields(id);
    await room.arrive({ headline: 'Unseen', body: TABLE }, 'hold');
    expect(await room.act('story-release', fields)).toMatchObject({
      to: `/desk/stories/${id}`,
      reply: {
        kind: 'problem',
        message: expect.stringContaining('has changed since you looked'),
        fields: { 'release-reason': ['The lawyer agrees'] },
      },
    });
    expect((await release(id)).reply?.kind).toBe('done');
    expect((await room.stored(id)).article.headline).toBe('Unseen');
  });

  test('a released version that would stand at the address of another story is told of', async () => {
    const { id } = await room.arrive();
    await room.arrive({ slug: 'other', body: TABLE }, 'hold');
    await room.arrive({ sourceId: 'wire/2', headline: 'Other', slug: 'other' });
    expect((await release(id)).reply).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining('The slug “other” is already the address'),
      fields: { 'release-reason': ['The lawyer agrees'] },
    });
  });

  test('a story is withdrawn with a reason and a tick, once', async () => {
    const { id } = await room.arrive();
    expect((await withdraw(id, {})).reply).toMatchObject({
      kind: 'problem',
      problems: [{ field: 'withdraw-sure' }],
      fields: { 'withdraw-reason': ['Names a minor'] },
    });
    expect((await withdraw(id, { 'withdraw-reason': ' ' })).reply?.problems).toMatchObject([
      { field: 'withdraw-reason' },
      { field: 'withdraw-sure' },
    ]);
    expect((await room.stored(id)).state).toBe('published');
    expect((await withdraw(id)).reply?.kind).toBe('done');
    expect(await room.stored(id)).toMatchObject({
      state: 'withdrawn',
      withdrawn_reason: 'Names a minor',
    });
    expect((await withdraw(id)).reply).toMatchObject({
      kind: 'problem',
      message: 'This story was withdrawn before.',
    });
    expect((await hold(id)).reply?.kind).toBe('problem');
    expect((await release(id)).reply?.kind).toBe('problem');
    expect(await actsOn(id)).toEqual([['story.withdrawn', 'Night desk']]);
  });

  test.each([
    ['story-hold', 'hold-reason'],
    ['story-release', 'release-reason'],
    ['story-withdraw', 'withdraw-reason'],
  ])('%s needs a reason that can be read', async (form, field) => {
    const { id } = await room.arrive();
    for (const reason of ['', '  \u202e ', 'x'.repeat(1001)]) {
      const { reply } = await room.act(form, { id, [field]: reason, 'withdraw-sure': 'yes' });
      expect(reply).toMatchObject({ kind: 'problem', problems: [{ field }] });
    }
    expect((await room.stored(id)).state).toBe('published');
    expect(await actsOn(id)).toEqual([]);
  });

  test.each(['story-hold', 'story-release', 'story-withdraw', 'story-correct'])(
    '%s needs the scope publish and a story that is there',
    async (form) => {
      const { id } = await room.arrive();
      const other = await room.enter((await room.newToken(['alerts'])).secret);
      const fields = { id, 'hold-reason': 'x', 'release-reason': 'x', 'withdraw-reason': 'x' };
      expect((await room.act(form, fields, other)).status).toBe(403);
      expect(await actsOn(id)).toEqual([]);
      for (const none of ['none', '', '\0', "' OR 1=1 --"]) {
        expect(await room.act(form, { ...fields, id: none })).toMatchObject({
          to: '/desk/stories',
          reply: { kind: 'problem', message: 'There is no such story.' },
        });
      }
    },
  );
});
