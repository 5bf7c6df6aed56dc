import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { AlertsPage } from '#components/desk/alerts/AlertsPage.tsx';
import type { AlertRecord } from '#lib/model/alert.ts';
import type { Reply } from '#lib/model/desk-reply.ts';
import { noReply, persian, record, showDesk } from './alert-pages.tsx';

const room = {
  waiting: [],
  standing: [],
  past: [],
  hasNewer: false,
  olderAfter: null,
  editions: [
    { lang: 'en', headlines: ['Night ferries return'] },
    { lang: 'fa', headlines: ['کشتی‌های شبانه'] },
  ],
  name: 'Night desk',
  formKey: 'k',
  reply: null,
  timeZone: 'UTC',
} satisfies Parameters<typeof AlertsPage>[0];

const showRoom = (changes: Partial<Parameters<typeof AlertsPage>[0]> = {}) =>
  showDesk(<AlertsPage {...room} {...changes} />, changes.reply ?? null);

describe('the form for an alert', () => {
  test('each edition has its fields in its language, and none of them cuts what is pasted', () => {
    showRoom();
    const text = screen.getByRole('textbox', { name: 'Text in فارسی (Persian)' });
    expect(text).toHaveAttribute('lang', 'fa');
    expect(text).toHaveAttribute('dir', 'rtl');
    expect(text).not.toHaveAttribute('maxlength');
    expect(text).toHaveAccessibleDescription('Up to 280 characters.');
    const name = within(screen.getByText(/^Text in/, { selector: 'label[for="text-fa"]' }));
    expect(name.getByText('فارسی')).toHaveAttribute('lang', 'fa');
    expect(screen.getByRole('textbox', { name: 'Text in English' })).toHaveAttribute('dir', 'ltr');
  });

  test('headlines are offered by the browser itself', () => {
    showRoom();
    const story = screen.getByRole('combobox', { name: 'Story in English' });
    const list = document.getElementById(story.getAttribute('list') ?? '');
    expect(list?.tagName).toBe('DATALIST');
    expect([...(list?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual([
      'Night ferries return',
    ]);
  });

  test('one edition alone needs no name', () => {
    showRoom({ editions: [{ lang: 'en', headlines: [] }] });
    expect(screen.getByRole('textbox', { name: 'Text' })).toBeInTheDocument();
    expect(screen.queryByText(/several/)).not.toBeInTheDocument();
  });

  test('2 hours are offered, one choice must be made, and an emergency is never chosen beforehand', () => {
    showRoom();
    const end = within(screen.getByRole('group', { name: 'It runs out after' }));
    expect(end.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
      '30 minutes',
      '2 hours',
      '6 hours',
      '24 hours',
      '3 days',
    ]);
    expect(end.getByRole('radio', { name: '2 hours' })).toBeChecked();
    expect(end.getByRole('radio', { name: '3 days' })).toBeRequired();
    const emergency = screen.getByRole('checkbox', { name: 'Emergency' });
    expect(emergency).not.toBeChecked();
    expect(emergency).toHaveAccessibleDescription(/^For danger to life alone/);
  });

  test('after a problem all comes back, and each problem leads to its field', () => {
    const reply: Reply = {
      ...noReply,
      kind: 'problem',
      message: 'Nothing was raised.',
      fields: {
        'text-fa': ['خبر'],
        'story-fa': ['هیچ'],
        expiry: ['24h'],
        note: ['why'],
        emergency: ['yes'],
      },
      problems: [
        { field: 'story-fa', message: 'Persian: no such story.' },
        { field: 'expiry', message: 'Choose when.' },
      ],
    };
    showRoom({ reply });
    expect(screen.getByRole('textbox', { name: /^Text in فارسی/ })).toHaveValue('خبر');
    const story = screen.getByRole('combobox', { name: /^Story in فارسی/ });
    expect(story).toHaveValue('هیچ');
    expect(story).toBeInvalid();
    expect(story).toHaveAccessibleDescription(/Persian: no such story\./);
    expect(screen.getByRole('radio', { name: '24 hours' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Why, for the newsroom' })).toHaveValue('why');
    expect(screen.getByRole('checkbox', { name: 'Emergency' })).toBeChecked();
    const links = within(screen.getByRole('region', { name: 'Not done' })).getAllByRole('link');
    const targets = links.map((link) => document.querySelector(link.getAttribute('href') ?? ''));
    expect(targets.map((target) => target?.getAttribute('name'))).toEqual(['story-fa', 'expiry']);
    expect(screen.getByRole('group', { name: 'It runs out after' })).toHaveAccessibleDescription(
      'Choose when.',
    );
  });
});

const waiting = (alert: AlertRecord): AlertRecord => ({
  ...alert,
  raised: '2026-10-07T03:12:20.000Z',
  expires: '2026-10-07T05:12:20.400Z',
  waitsUntil: '2026-10-07T03:12:20.000Z',
});

describe('the lists', () => {
  test('what waits stands first, with the time to the second and its undoing', () => {
    showRoom({ waiting: [[waiting(record), waiting(persian)]] });
    const headings = screen.getAllByRole('heading', { level: 2 });
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'About to go out',
      'Raise an alert',
      'Standing',
      'Past',
    ]);
    const part = within(screen.getByRole('region', { name: 'About to go out' }));
    expect(part.getAllByText('03:12:20 UTC')[0]).toHaveAttribute(
      'datetime',
      '2026-10-07T03:12:20.000Z',
    );
    expect(part.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Undo (English)',
      'Undo (Persian)',
      'Undo all 2',
    ]);
    const all = part.getByRole('button', { name: 'Undo all 2' }).closest('form');
    const fields = new FormData(all ?? undefined);
    expect(fields.getAll('alert')).toEqual(['a1b2c3', 'fa1']);
    expect(Object.fromEntries(fields)).toMatchObject({
      key: 'k',
      'text-en': record.text,
      'story-en': record.link,
      'text-fa': persian.text,
      'story-fa': '',
      expiry: '2h',
      note: 'The harbour called',
      emergency: '',
    });
  });

  test('what stands says all that is known, in the language of each part', () => {
    showRoom({ standing: [{ ...persian, emergency: true }] });
    const part = within(screen.getByRole('region', { name: 'Standing' }));
    expect(part.getByRole('heading', { level: 3 })).toHaveTextContent('Emergency: کشتی‌ها ایستادند');
    expect(part.getByText('کشتی‌ها ایستادند')).toHaveAttribute('lang', 'fa');
    expect(part.getByText('Night desk')).toBeInTheDocument();
    expect(part.getByText('The harbour called')).toBeInTheDocument();
    expect(part.getByText('7 October 2026 at 11:42 UTC')).toBeInTheDocument();
    expect(part.getByRole('link', { name: 'Change (Persian, since 09:42)' })).toHaveAttribute(
      'href',
      '/desk/alerts/fa1',
    );
    expect(part.getByRole('button', { name: 'Clear (Persian, since 09:42)' })).toBeInTheDocument();
  });

  test.each([
    ['/km/articles/%E1%9E%9F%E1%9E%B6', '/km/articles/សា'],
    ['/en/%zz', '/en/%zz'],
  ])('the link %s can be read', (link, words) => {
    showRoom({ standing: [{ ...record, link }] });
    expect(screen.getByRole('link', { name: words })).toHaveAttribute('href', link);
  });

  test.each([
    ['cleared', 'Cleared', 'Ifeoma'],
    ['undone', 'Undone before it went out', 'Ifeoma'],
    ['expired', 'Ran out', null],
  ] as const)('one that was %s says so, by whom and why', (endedWhy, words, endedBy) => {
    const ended = { ended: '2026-10-07T10:00:00.000Z', endedWhy, endedBy, endedNote: 'Calm again' };
    showRoom({ past: [{ ...record, ...ended }], olderAfter: 'a1b2c3' });
    const part = within(screen.getByRole('region', { name: 'Past' }));
    const said = part.getByText(words).parentElement;
    expect(said).toHaveTextContent(
      `${words}7 October 2026 at 10:00 UTC${endedBy ? `, by ${endedBy}` : ''}`,
    );
    expect(part.getByText('Calm again')).toBeInTheDocument();
    expect(part.getByRole('link', { name: 'Older' })).toHaveAttribute(
      'href',
      '/desk/alerts?after=a1b2c3#past',
    );
  });

  test('whoever may not act sees all of it, no form, and why', () => {
    showRoom({
      formKey: null,
      waiting: [[waiting(record), waiting(persian)]],
      standing: [persian],
      past: [{ ...record, id: 'p', endedWhy: 'expired', ended: record.expires }],
    });
    expect(screen.getAllByText(record.text).length).toBe(2);
    expect(screen.getByText(/your token “Night desk” needs the scope alerts/)).toBeInTheDocument();
    const { getByRole } = within(screen.getByRole('main'));
    expect(() => getByRole('button')).toThrow();
    expect(() => getByRole('textbox')).toThrow();
    expect(() => getByRole('link', { name: /^Change/ })).toThrow();
  });
});

test('the room has no barrier that axe finds', async () => {
  const { container } = showRoom({
    waiting: [[waiting({ ...record, id: 'w' }), waiting({ ...persian, id: 'w2' })]],
    standing: [record, persian],
    past: [{ ...record, id: 'p', endedWhy: 'expired', ended: record.expires }],
    olderAfter: 'p',
    reply: {
      ...noReply,
      kind: 'problem',
      message: 'No.',
      problems: [
        { field: 'text-en', message: 'Too long.' },
        { field: 'expiry', message: 'Choose.' },
      ],
    },
  });
  expect(await axe(container)).toHaveNoViolations();
});
