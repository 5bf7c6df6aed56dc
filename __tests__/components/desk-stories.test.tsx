import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { ReactNode } from 'react';
import { DeskPage } from '#components/desk/DeskPage.tsx';
import { CorrectPage } from '#components/desk/stories/CorrectPage.tsx';
import { StoryListPage } from '#components/desk/stories/StoryListPage.tsx';
import { StoryPage } from '#components/desk/stories/StoryPage.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import type { ListedStory, StoryFile, StoryList, StoryTexts } from '#lib/model/desk-stories.ts';
import type { SafeHtml } from '#lib/model/safe-html.ts';
import { figure } from './sample.ts';
import { show } from './show.tsx';

const listed: ListedStory = {
  id: 's1',
  lang: 'fa',
  slug: 'شب',
  headline: 'کشتی‌های شبانه',
  state: 'published',
  published: '2026-10-07T06:30:00.000Z',
  releaseAt: null,
  withdrawnAt: null,
  withdrawnReason: null,
  heldReason: null,
  hasWaiting: false,
  serious: 1,
  minor: 1,
};

const list: StoryList = {
  filter: { state: 'serious', lang: 'fa', words: 'شب' },
  stories: [listed],
  newer: '/desk/stories?newer=x',
  older: '/desk/stories?older=x',
  isNamed: false,
  isCut: false,
};

const version: StoryFile['version'] = {
  headline: listed.headline,
  standfirst: 'دو قایق',
  image: figure,
  body: '<h2>بخش</h2><p><mark id="place-1"><b lang="en" dir="ltr">Finding 1: </b>متن</mark></p>' as SafeHtml,
  findings: [
    {
      number: 1,
      mark: 'place-1',
      rule: 'text-in-capitals',
      severity: 'serious',
      where: { kind: 'body', excerpt: 'متن', index: 0 },
      message: 'It stands in capitals.',
    },
    {
      number: 2,
      mark: null,
      rule: 'image-description-missing',
      severity: 'minor',
      where: { kind: 'image', excerpt: 'quay.jpg', index: 0 },
      message: 'The picture has no description.',
    },
  ],
};

const file: StoryFile = {
  story: listed,
  revision: 2,
  sourceId: 'wire/1',
  origin: 'wire:x',
  revisions: [
    { revision: 2, at: '2026-10-08T06:30:00.000Z' },
    { revision: 1, at: '2026-10-07T06:30:00.000Z' },
  ],
  overrides: [
    { at: '2026-10-07T06:30:00.000Z', editor: 'Ifeoma', reason: 'It is old', findings: [] },
  ],
  acts: [{ seq: 1, at: '2026-10-07T06:30:00.000Z', words: 'Ifeoma held it.', quote: null }],
  version,
  waiting: null,
};

const waiting = {
  ...version,
  body: '<p>متن</p>' as SafeHtml,
  since: '2026-10-08T06:30:00.000Z',
};

const problem = (form: string, more: Partial<Reply>): Reply => ({
  id: 'r1',
  form,
  kind: 'problem',
  message: 'The story is as it was.',
  fields: {},
  problems: [],
  ...more,
});

function showDesk(children: ReactNode, reply: Reply | null = null) {
  return show(
    <DeskPage title="Stories" siteName="The Harbour" current="stories" name="Night" reply={reply}>
      {children}
    </DeskPage>,
  );
}

function showStory(changes: Partial<ListedStory>, more: Partial<StoryFile> = {}, reply?: Reply) {
  const changed = { ...file, ...more, story: { ...listed, ...changes } };
  const given = { file: changed, formKey: 'k', reply: reply ?? null, timeZone: 'UTC' };
  return showDesk(<StoryPage {...given} mayChange />, reply ?? null);
}

const buttons = () =>
  screen
    .getAllByRole('button')
    .map((button) => button.textContent)
    .slice(1);

describe('the list of stories', () => {
  test('each story is a heading in its own language that leads to its page', () => {
    showDesk(<StoryListPage list={list} editions={['en', 'fa']} timeZone="UTC" />);
    const heading = screen.getByRole('heading', { level: 2, name: listed.headline });
    expect(within(heading).getByText(listed.headline)).toHaveAttribute('lang', 'fa');
    expect(within(heading).getByText(listed.headline)).toHaveAttribute('dir', 'rtl');
    expect(within(heading).getByRole('link')).toHaveAttribute('href', '/desk/stories/s1');
    expect(screen.getByText(/Published\. 1 serious and 1 minor findings\./)).toBeVisible();
    expect(
      screen.getByRole('link', { name: `See it on the site ${listed.headline}` }),
    ).toHaveAttribute('href', '/fa/articles/%D8%B4%D8%A8');
  });

  test('what was looked for stays in the form, and pages lead on', () => {
    showDesk(<StoryListPage list={list} editions={['en', 'fa']} timeZone="UTC" />);
    expect(screen.getByRole('combobox', { name: 'State' })).toHaveValue('serious');
    expect(screen.getByRole('combobox', { name: 'Edition' })).toHaveValue('fa');
    expect(screen.getByRole('searchbox')).toHaveValue('شب');
    expect(screen.getByRole('link', { name: 'Older stories' })).toHaveAttribute('href', list.older);
    expect(screen.getByRole('link', { name: 'Newer stories' })).toHaveAttribute('href', list.newer);
  });

  test.each([
    [
      { state: 'embargoed', releaseAt: '2027-01-02T03:04:00.000Z' },
      /^Embargoed until 2 January 2027/,
    ],
    [{ state: 'held' }, /^Held: it waits for an editor because of its findings\./],
    [{ state: 'held', heldReason: 'The lawyer asks' }, /^Held by an editor\. Why: The lawyer asks/],
    [
      { state: 'withdrawn', withdrawnAt: '2027-01-02T03:04:00.000Z', withdrawnReason: 'Wrong' },
      /^Withdrawn 2 January 2027.*\. Why: Wrong/,
    ],
    [{ hasWaiting: true }, /^Published\. A newer version waits for an editor\./],
  ] as const)('a state is said in words: %j', (changes, words) => {
    const stories = [{ ...listed, ...changes }];
    showDesk(<StoryListPage list={{ ...list, stories }} editions={['en']} timeZone="UTC" />);
    expect(document.querySelector('ol li p')).toHaveTextContent(words);
    const link = screen.queryByRole('link', { name: /^See it on the site/ });
    expect(link !== null).toBe('hasWaiting' in changes);
  });

  test('where there is nothing it is said, and so is what was left out', () => {
    const empty = { ...list, stories: [], isCut: true, newer: null, older: null };
    showDesk(<StoryListPage list={empty} editions={['en']} timeZone="UTC" />);
    expect(screen.getByText('There is no such story.')).toBeVisible();
    expect(screen.getByText(/Add a word to find older ones/)).toBeVisible();
  });
});

describe('the page of a story', () => {
  test.each([
    ['published', {}, ['Hold', 'Withdraw for good']],
    ['embargoed', {}, ['Hold', 'Withdraw for good']],
    ['held', {}, ['Release', 'Withdraw for good']],
    ['published', { waiting }, ['Release', 'Hold', 'Withdraw for good']],
    ['withdrawn', {}, []],
  ] as const)('%s (%j) it offers what can be done', (state, more, expected) => {
    showStory({ state }, more);
    expect(buttons()).toEqual(expected);
  });

  test('with a token that may not publish nothing can be done', () => {
    showDesk(<StoryPage file={file} formKey="k" reply={null} timeZone="UTC" mayChange={false} />);
    expect(buttons()).toEqual([]);
    expect(screen.getByText(/it needs publish/)).toBeVisible();
  });

  test('findings are told by weight, with their place and the way to it', () => {
    showStory({});
    expect(screen.getAllByRole('heading', { level: 4 }).map((one) => one.textContent)).toEqual([
      'Serious: some readers miss what the story says',
      'Minor: some readers get it with more effort',
    ]);
    const link = screen.getByRole('link', { name: 'Go to finding 1 in the text' });
    const target = document.querySelector(link.getAttribute('href') ?? '');
    expect(target).toHaveTextContent('Finding 1: متن');
    expect(screen.queryByRole('link', { name: 'Go to finding 2 in the text' })).toBeNull();
    expect(screen.getByText(/^The picture over the story: “/)).toHaveTextContent('“quay.jpg”');
    expect(target?.closest('[lang="fa"]')).toHaveAttribute('dir', 'rtl');
  });

  test('what is wrong stands at the field, with what was typed', () => {
    const reply = problem('story-withdraw', {
      problems: [{ field: 'withdraw-sure', message: 'Tick that you know it.' }],
      fields: { 'withdraw-reason': ['Names a minor'] },
    });
    showStory({}, {}, reply);
    expect(screen.getByRole('textbox', { name: 'Why it is withdrawn' })).toHaveValue(
      'Names a minor',
    );
    expect(screen.getByRole('textbox', { name: 'Why it is held' })).toHaveValue('');
    const box = screen.getByRole('checkbox');
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription('Tick that you know it.');
    const note = screen.getByRole('region', { name: 'Not done' });
    expect(within(note).getByRole('link')).toHaveAttribute('href', '#withdraw-sure');
  });

  test('it carries the key and the story in each form', () => {
    showStory({}, { waiting });
    const forms = [...document.querySelectorAll('form[action^="/desk/forms/story-"]')];
    expect(forms).toHaveLength(3);
    for (const form of forms) {
      const fields = new FormData(form as HTMLFormElement);
      expect([fields.get('key'), fields.get('id')]).toEqual(['k', 's1']);
    }
  });
});

describe('the page to correct a story', () => {
  const texts: StoryTexts = {
    revision: 3,
    headline: 'Theirs',
    standfirst: '',
    text: '<p>Now</p>',
    format: 'HTML',
  };
  const given = { story: listed, texts, formKey: 'k' };

  test('begins with what the story says, in its language', () => {
    showDesk(<CorrectPage {...given} reply={null} />);
    const text = screen.getByRole('textbox', { name: 'Text, as HTML' });
    expect(text).toHaveValue('<p>Now</p>');
    expect(text).toHaveAttribute('lang', 'fa');
    expect(text).toHaveAttribute('dir', 'rtl');
    expect(document.querySelector('input[name="revision"]')).toHaveValue('3');
    expect(screen.queryByRole('heading', { name: /says now/ })).toBeNull();
  });

  test('moved on meanwhile, it keeps what was typed and shows what is there', async () => {
    const fields = { headline: ['Mine'], text: ['<p>Mine</p>'], revision: ['2'], typo: ['yes'] };
    const reply = problem('story-correct', { fields });
    const { container } = showDesk(<CorrectPage {...given} reply={reply} />, reply);
    expect(screen.getByRole('textbox', { name: 'Headline' })).toHaveValue('Mine');
    expect(screen.getByRole('textbox', { name: 'Text, as HTML' })).toHaveValue('<p>Mine</p>');
    expect(screen.getByRole('checkbox')).toBeChecked();
    const now = screen.getByRole('region', { name: 'What the story says now (version 3)' });
    expect(now).toHaveTextContent('Theirs');
    expect(document.querySelector('input[name="revision"]')).toHaveValue('3');
    expect(await axe(container)).toHaveNoViolations();
  });

  test('with another fault only the fault is told', () => {
    const problems = [{ field: 'note', message: 'Say what was wrong.' }];
    const reply = problem('story-correct', { problems, fields: { revision: ['3'] } });
    showDesk(<CorrectPage {...given} reply={reply} />, reply);
    expect(screen.getByRole('textbox', { name: 'Correction, for readers' })).toBeInvalid();
    expect(screen.queryByRole('heading', { name: /says now/ })).toBeNull();
  });
});

test.each([
  ['list', <StoryListPage key="" list={list} editions={['en', 'fa', 'km']} timeZone="UTC" />],
  [
    'story with a version that waits',
    <StoryPage
      key=""
      file={{ ...file, waiting }}
      formKey="k"
      reply={null}
      mayChange
      timeZone="UTC"
    />,
  ],
])('axe finds no barrier in the %s, and headings are in order', async (_, page) => {
  const { container } = showDesk(page);
  expect(await axe(container)).toHaveNoViolations();
  const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName[1]));
  expect(levels[0]).toBe(1);
  const skipped = levels.filter(
    (level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1,
  );
  expect(skipped).toEqual([]);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
});
