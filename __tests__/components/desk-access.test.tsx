import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { ComponentProps } from 'react';
import { AccessPage } from '#components/desk/access/AccessPage.tsx';
import { RevokePage } from '#components/desk/access/RevokePage.tsx';
import type { ListedSession, ListedToken } from '#lib/model/desk-views.ts';
import { showRoom } from './show-room.tsx';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const token: ListedToken = {
  id: 'aaaaaaaaaaaa',
  name: 'Night desk',
  scopes: ['publish', 'alerts'],
  holds: false,
  created: '2026-10-01T08:00:00.000Z',
  lastUsed: '2026-10-07T08:00:00.000Z',
  revoked: null,
  expires: null,
  isValid: true,
  isOwn: true,
  mayRevoke: true,
  sessions: 2,
};

const chief: ListedToken = {
  ...token,
  id: 'cccccccccccc',
  name: 'Chief',
  isOwn: false,
  mayRevoke: false,
};

const past: ListedToken = {
  ...token,
  id: 'bbbbbbbbbbbb',
  name: 'Summer help',
  expires: '2026-09-01T08:00:00.000Z',
  lastUsed: null,
  isValid: false,
  isOwn: false,
  mayRevoke: false,
  sessions: 0,
};

const session: ListedSession = {
  id: '111111111111',
  tokenId: token.id,
  device: FIREFOX,
  created: '2026-10-07T08:00:00.000Z',
  lastSeen: '2026-10-07T09:00:00.000Z',
  expires: '2026-10-07T21:00:00.000Z',
  name: 'Night desk',
  isOwn: true,
  mayEnd: true,
};

const sessions: ListedSession[] = [
  session,
  { ...session, id: '222222222222', device: 'curl/8.14.1', isOwn: false },
  { ...session, id: '333333333333', isOwn: false },
  { ...session, id: '444444444444', name: 'Chief', isOwn: false, mayEnd: false },
];

const access = (given: Partial<ComponentProps<typeof AccessPage>> = {}) => (
  <AccessPage
    tokens={[token, chief, past]}
    sessions={sessions}
    own={token}
    formKey="key"
    reply={null}
    timeZone="Europe/Oslo"
    {...given}
  />
);

test('each button names the session that it ends, and none stands where nothing may be done', () => {
  showRoom(access());
  const room = screen.getByRole('region', { name: 'Who is signed in' });
  expect(
    within(room)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'End this session and sign out',
    'End the session of “Night desk” (curl/8.14.1)',
    'End the session of “Night desk” (Firefox on Linux)',
    'End all 2 other sessions',
  ]);
  expect(room).toHaveTextContent('This session: “Night desk”, Firefox on Linux');
  for (const form of room.querySelectorAll('form')) {
    expect(form).toHaveFormValues({ key: 'key' });
    expect(form.method).toBe('post');
  }
});

test('tokens that hold stand first, with a way to revoke those within reach', () => {
  showRoom(access());
  const room = screen.getByRole('region', { name: 'Tokens' });
  const links = within(room).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Revoke “Night desk” …', '/desk/access/aaaaaaaaaaaa'],
  ]);
  expect(screen.getByText('Tokens that hold no more: 1')).toBeInTheDocument();
  expect(within(room).getByText('Expired')).toBeInTheDocument();
});

test('the form for a token offers what one’s own may give on', () => {
  showRoom(
    access({
      own: { ...token, scopes: ['alerts'], holds: true, expires: '2026-12-01T08:00:00.000Z' },
    }),
  );
  const room = screen.getByRole('region', { name: 'Make a token' });
  expect(within(room).getAllByRole('checkbox')).toHaveLength(1);
  expect(within(room).getByRole('checkbox', { name: 'raise and clear alerts' })).not.toBeChecked();
  expect(within(room).getByRole('radio', { name: '90 days' })).toBeChecked();
  expect(room).toHaveTextContent('It ends with yours at the latest, 1 December 2026 at 09:00 CET.');
  expect(room).toHaveTextContent('As with your own token');
});

test('what was typed comes back, with what is wrong at its place', () => {
  showRoom(
    access({
      reply: {
        id: '1',
        form: 'make-token',
        kind: 'problem',
        message: 'No token was made.',
        fields: { name: ['Sports'], scopes: ['alerts'], term: ['365'], holds: ['yes'] },
        problems: [
          { field: 'scopes', message: 'Choose one.' },
          { field: 'term', message: 'Choose how long.' },
        ],
      },
    }),
  );
  expect(screen.getByRole('textbox', { name: 'Whose it is' })).toHaveValue('Sports');
  expect(screen.getByRole('checkbox', { name: 'raise and clear alerts' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: /wait for an editor/ })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'a year' })).toBeChecked();
  expect(screen.getByRole('group', { name: 'What it may do' })).toHaveAccessibleDescription(
    'Choose one.',
  );
  expect(screen.getByRole('group', { name: 'How long it holds' })).toHaveAccessibleDescription(
    'Choose how long.',
  );
  for (const place of ['scopes', 'term']) {
    expect(document.getElementById(place)).toHaveAttribute('name', place);
  }
});

test.each([
  [{ ...token, isOwn: false }, '2 sessions at the desk end at once.'],
  [{ ...token, isOwn: false, sessions: 1 }, 'One session at the desk ends at once.'],
  [{ ...token, isOwn: false, sessions: 0 }, 'Nobody is signed in with it now.'],
  [token, 'It is your own: you are signed out at once, here and wherever else you are.'],
])('before a token is revoked it is said what will stop (%#)', (listed, sentence) => {
  showRoom(<RevokePage token={listed} formKey="key" timeZone="UTC" />);
  expect(screen.getByText(sentence)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Revoke it' }).closest('form')).toHaveFormValues({
    id: token.id,
    key: 'key',
  });
});

test.each([chief, past])('what can’t be revoked has no button (%#)', (listed) => {
  showRoom(<RevokePage token={listed} formKey="key" timeZone="UTC" />);
  expect(screen.queryByRole('button', { name: 'Revoke it' })).not.toBeInTheDocument();
});

test.each([
  ['access', access()],
  [
    'access with a problem',
    access({
      reply: {
        id: '1',
        form: 'make-token',
        kind: 'problem',
        message: 'No.',
        fields: {},
        problems: [
          { field: 'name', message: 'Say it.' },
          { field: 'scopes', message: 'Choose one.' },
          { field: 'term', message: 'Choose how long.' },
        ],
      },
    }),
  ],
  ['revoking', <RevokePage key="r" token={token} formKey="key" timeZone="UTC" />],
])('the %s has no barrier that axe finds', async (_, room) => {
  const { container } = showRoom(room);
  expect(await axe(container)).toHaveNoViolations();
});
