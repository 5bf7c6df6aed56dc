import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readStory } from '#lib/desk/stories/read-story.ts';
import { readCorrectable } from '#lib/desk/stories/read-texts.ts';
import { listActs } from '#lib/store/audit-log.ts';
import { holdArticle } from '#lib/store/hold.ts';
import { withdrawArticle } from '#lib/store/release.ts';
import { type DeskNewsroom, deskNewsroom, TABLE } from './desk-newsroom.ts';
import { EDITOR } from './editor.ts';
import { ENGINES } from './engines.ts';

jest.setTimeout(60_000);

describe.each(ENGINES)('corrections at the desk on $engine', ({ emptyDatabase }) => {
  let room: DeskNewsroom;

  beforeEach(async () => {
    room = await deskNewsroom(await emptyDatabase());
  });

  afterEach(() => room.store.close());

  const correct = async (id: string, fields: Record<string, string>) => {
    const found = await readCorrectable(room.store, id, true);
    if (!found || !('texts' in found)) throw new Error('It can’t be corrected.');
    const { headline, standfirst, text, revision } = found.texts;
    const typed = { id, headline, standfirst, text, revision: String(revision), note: '' };
    return room.act('story-correct', { ...typed, ...fields });
  };

  test('a correction goes to readers with its note, and is written down', async () => {
    const { id } = await room.arrive({ standfirst: 'Two boats.' });
    const note = 'An earlier version named the wrong day.';
    const text = '<p>The first night ferry left on Friday.</p>\r\n<p>It is back.</p>';
    const answer = await correct(id, { headline: 'Ferries are back', standfirst: '', text, note });
    expect(answer).toMatchObject({ to: `/desk/stories/${id}`, reply: { kind: 'done' } });
    const { article, revision } = await room.stored(id);
    expect(article).toMatchObject({
      headline: 'Ferries are back',
      standfirst: '',
      body: '<p>The first night ferry left on Friday.</p><p>It is back.</p>',
      corrections: [{ text: note }],
      updated: expect.any(String),
    });
    expect(revision).toBe(2);
    const [act] = await listActs(room.store, { limit: 1, subject: id });
    expect(act).toMatchObject({
      act: 'story.corrected',
      actor: { way: 'desk', name: 'Night desk' },
      details: { note },
    });
  });

  test('a text that readers have seen is changed with a note or as a typing error', async () => {
    const { id } = await room.arrive();
    const text = '<p>The first night ferry left on Friday.</p>';
    expect(await correct(id, { text })).toMatchObject({
      to: `/desk/stories/${id}/correct`,
      reply: { kind: 'problem', problems: [{ field: 'note' }], fields: { text: [text] } },
    });
    expect((await correct(id, { text, note: 'x'.repeat(2001) })).reply?.problems).toMatchObject([
      { field: 'note', message: expect.stringContaining('2000') },
    ]);
    expect((await room.stored(id)).revision).toBe(1);
    expect((await correct(id, { text, typo: 'yes' })).reply?.kind).toBe('done');
    expect((await room.stored(id)).article).toMatchObject({ body: text, corrections: [] });
  });

  test('what an editor holds was read before, so that its correction needs a note, and it stays held', async () => {
    const { id } = await room.arrive();
    await holdArticle(room.store, id, 'The lawyer asks', EDITOR);
    expect((await correct(id, { headline: 'Other' })).reply?.problems).toMatchObject([
      { field: 'note' },
    ]);
    const answer = await correct(id, { headline: 'Other', note: 'Wrong headline.' });
    expect(answer.reply).toMatchObject({
      kind: 'done',
      message: 'Your correction is kept. The story is still held.',
    });
    expect(await room.stored(id)).toMatchObject({ state: 'held', article: { headline: 'Other' } });
  });

  test('a correction with a token that holds waits for what is found in it', async () => {
    const { id } = await room.arrive();
    const holding = await room.newToken(['publish'], { holds: true });
    const fields = {
      id,
      revision: '1',
      headline: 'Night ferries return',
      text: TABLE,
      typo: 'yes',
    };
    const { reply } = await room.act('story-correct', fields, await room.enter(holding.secret));
    expect(reply).toMatchObject({
      kind: 'done',
      message: expect.stringContaining('waits for an editor because of what was found'),
    });
    expect(await room.stored(id)).toMatchObject({ state: 'published', revision: 1 });
    expect((await readStory(room.desk, id))?.waiting?.findings).toHaveLength(1);
  });

  test('under embargo a correction needs no note, and appears with the story', async () => {
    const { id } = await room.arrive({ embargoedUntil: '2999-01-01T00:00:00Z' });
    expect((await correct(id, { headline: 'Other' })).reply).toMatchObject({
      kind: 'done',
      message: expect.stringContaining('when its embargo lifts'),
    });
    expect((await room.stored(id)).article.headline).toBe('Other');
  });

  test('browsers’ ends of lines change nothing', async () => {
    const { id } = await room.arrive({ body: '<p>One</p>\n<p>Two</p>\n' });
    const answer = await correct(id, { text: '<p>One</p>\r\n<p>Two</p>' });
    expect(answer.reply?.message).toContain('nothing was changed');
    expect((await room.stored(id)).revision).toBe(1);
  });

  test('a story that moved on meanwhile is not written over, and nothing typed is lost', async () => {
    const { id } = await room.arrive();
    const typed = { headline: 'Mine', note: 'Wrong headline.', revision: '1' };
    await room.arrive({ headline: 'Theirs' });
    const answer = await correct(id, typed);
    expect(answer).toMatchObject({
      to: `/desk/stories/${id}/correct`,
      reply: {
        kind: 'problem',
        message: expect.stringContaining('changed by somebody else'),
        fields: { headline: ['Mine'], note: ['Wrong headline.'], revision: ['1'] },
      },
    });
    expect((await room.stored(id)).article.headline).toBe('Theirs');
    expect((await correct(id, { ...typed, revision: '2' })).reply?.kind).toBe('done');
    expect((await room.stored(id)).article.headline).toBe('Mine');
  });

  test.each([
    ['an empty headline', { headline: ' ' }, 'headline'],
    ['a headline that is too long', { headline: 'x'.repeat(301) }, 'headline'],
    ['no text', { text: '' }, 'text'],
    ['a text that says nothing', { text: '<p> </p>', note: 'x' }, 'text'],
    ['a standfirst that is too long', { standfirst: 'x'.repeat(1001), note: 'x' }, 'standfirst'],
  ])('a correction with %s is refused', async (_, fields, field) => {
    const { id } = await room.arrive();
    const { reply } = await correct(id, fields);
    expect(reply).toMatchObject({ kind: 'problem', problems: [{ field }] });
    expect((await room.stored(id)).revision).toBe(1);
  });

  test('a correction is made safe like everything that comes in', async () => {
    const { id } = await room.arrive();
    await correct(id, { text: '<p>A<script>x()</script></p><img src=x onerror=x()>', typo: 'yes' });
    expect((await room.stored(id)).article.body).toBe('<p>A</p>');
  });

  test('Markdown is corrected as Markdown', async () => {
    const { id } = await room.arrive({ body: undefined, bodyMarkdown: 'One *word*.' });
    const found = await readCorrectable(room.store, id, true);
    expect(found).toMatchObject({ texts: { text: 'One *word*.', format: 'Markdown' } });
    await correct(id, { text: 'Two *words*.', typo: 'yes' });
    expect((await room.stored(id)).article.body).toBe('<p>Two <em>words</em>.</p>');
  });

  test('a story that was withdrawn, or came in before its source was kept, says so', async () => {
    const { id } = await room.arrive();
    const fields = { id, revision: '1', headline: 'X', text: 'x' };
    await room.store.db.deleteFrom('article_sources').execute();
    expect((await room.act('story-correct', fields)).reply?.message).toContain('Import it again');
    expect(await readCorrectable(room.store, id, true)).toMatchObject({
      why: expect.stringContaining('Import it again'),
    });
    expect(await readCorrectable(room.store, id, false)).toMatchObject({
      why: expect.stringContaining('needs publish'),
    });
    await withdrawArticle(room.store, id, 'Wrong.', EDITOR);
    expect((await room.act('story-correct', fields)).reply?.message).toContain('withdrawn');
    expect(await readCorrectable(room.store, 'none', true)).toBeNull();
    expect(await readStory(room.desk, '\0')).toBeNull();
  });
});
