import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { ChangePage } from '#components/desk/alerts/ChangePage.tsx';
import { PreviewPage } from '#components/desk/alerts/PreviewPage.tsx';
import { messagesOf } from '#lib/messages/languages.ts';
import type { DraftPreview } from '#lib/model/alert-draft.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { noReply, persian, showDesk, story } from './alert-pages.tsx';

const edition = (changes: Partial<DraftPreview['editions'][number]> = {}) =>
  ({
    lang: 'fa',
    text: 'کشتی‌ها <b>ایستادند</b>',
    typed: 'کشتی‌ها <b>ایستادند</b>',
    stories: [story],
    warnings: [{ about: 'alert a1', says: 'An alert stands in this edition:', quote: 'توفان' }],
    ...changes,
  }) satisfies DraftPreview['editions'][number];

function showPreview(changes: Partial<DraftPreview['draft']> = {}, editions = [edition()]) {
  const draft = { editions, expiry: '2h', note: '', emergency: false, ...changes } as const;
  const reply: Reply = {
    ...noReply,
    id: '0a1b2c3d',
    fields: { key: ['x'], 'text-fa': ['خبر'], 'story-fa': ['کشتی'], expiry: ['2h'] },
  };
  return showDesk(
    <PreviewPage
      preview={{ draft, editions, untold: ['en', 'km'] }}
      formKey="k"
      reply={reply}
      now="2026-10-07T03:12:10.000Z"
      timeZone="UTC"
    />,
  );
}

describe('the preview', () => {
  test('the banner is in the edition’s language and words; markup is characters', () => {
    showPreview();
    const link = screen.getByRole('link', { name: 'کشتی‌ها <b>ایستادند</b>' });
    expect(link).toHaveAttribute('href', '/fa/articles/a');
    const banner = link.closest('[lang]');
    expect(banner).toHaveAttribute('lang', 'fa');
    expect(banner).toHaveAttribute('dir', 'rtl');
    expect(banner).toHaveTextContent(messagesOf('fa').alert.word);
    expect(banner).toHaveTextContent('۰۳:۱۲');
    expect(screen.getByRole('heading', { level: 2, name: 'فارسی (Persian)' })).toBeInTheDocument();
    expect(screen.getByText('کشتی‌های شبانه')).toHaveAttribute('lang', 'fa');
  });

  test('it says when it runs out, who is told nothing, and what is worth a look', () => {
    showPreview();
    expect(screen.getByText(/^It runs out 2 hours after it goes out/)).toHaveTextContent(
      '7 October 2026 at 05:12 UTC',
    );
    expect(screen.getByText(/^Nothing is raised in English and Khmer/)).toBeInTheDocument();
    expect(screen.getByText('“توفان”')).toHaveAttribute('lang', 'fa');
  });

  test('both forms carry the draft, the first also what was seen', () => {
    showPreview();
    const raise = screen.getByRole<HTMLButtonElement>('button', { name: 'Raise now' }).form;
    expect(raise).toHaveAttribute('action', '/desk/forms/alert-raise');
    expect([...new FormData(raise ?? undefined)]).toEqual([
      ['key', 'k'],
      ['text-fa', 'خبر'],
      ['story-fa', 'کشتی'],
      ['expiry', '2h'],
      ['draft', '0a1b2c3d'],
      ['link-fa', '/fa/articles/a'],
      ['seen', 'fa alert a1'],
    ]);
    const change = screen.getByRole<HTMLButtonElement>('button', { name: 'Change' }).form;
    expect(change).toHaveAttribute('action', '/desk/forms/alert-draft');
    expect([...new FormData(change ?? undefined)].map(([name]) => name)).toEqual([
      'key',
      'text-fa',
      'story-fa',
      'expiry',
    ]);
  });

  test('of several stories one must be chosen, or no link; the banner has none yet', () => {
    const other = { ...story, path: '/fa/articles/b', published: '2026-10-06T06:30:00.000Z' };
    showPreview({}, [edition({ stories: [story, other] })]);
    const radios = within(
      screen.getByRole('group', { name: 'Which story do you mean?' }),
    ).getAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ name, value }) => [name, value])).toEqual([
      ['link-fa', '/fa/articles/a'],
      ['link-fa', '/fa/articles/b'],
      ['link-fa', 'none'],
    ]);
    for (const radio of radios) {
      expect(radio).toBeRequired();
      expect(radio).not.toBeChecked();
    }
    expect(screen.queryByRole('link', { name: /ایستادند/ })).not.toBeInTheDocument();
  });

  test('an emergency asks once more, and an ordinary alert does not', () => {
    const { unmount } = showPreview({ emergency: true });
    const danger = screen.getByRole('checkbox', {
      name: 'This is danger to life. Interrupt every reader, whatever they have set.',
    });
    expect(danger).toBeRequired();
    expect(danger).not.toBeChecked();
    unmount();
    document.body.replaceChildren();
    showPreview();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

test('the form that changes an alert is filled with it', () => {
  showDesk(
    <ChangePage
      alert={persian}
      headlines={[]}
      choices={[]}
      formKey="k"
      reply={null}
      timeZone="UTC"
    />,
  );
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue(persian.text);
  expect(screen.getByRole('radio', { name: 'As now: 7 October 2026 at 11:42 UTC' })).toBeChecked();
});

test.each([
  [
    'the preview',
    () => {
      const stories = [story, { ...story, path: '/fa/articles/b' }];
      return showPreview({ emergency: true }, [edition({ stories })]);
    },
  ],
  [
    'the change',
    () =>
      showDesk(
        <ChangePage
          alert={persian}
          headlines={['الف']}
          choices={[story, { ...story, path: '/fa/articles/b' }]}
          formKey="k"
          reply={null}
          timeZone="UTC"
        />,
      ),
  ],
])('%s has no barrier that axe finds', async (_name, draw) => {
  const { container } = draw();
  expect(await axe(container)).toHaveNoViolations();
});
