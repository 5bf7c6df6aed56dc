import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { newTokenPage } from '#lib/desk/access/new-token-page.ts';
import { refusal } from '#lib/desk/refusal.ts';
import { signInToSend } from '#lib/desk/sign-in-to-send.ts';

/** jsdom has no answers of servers. What counts here is what a browser shows of one. */
class Answer {
  readonly html: string;
  readonly status: number;
  constructor(html: string, { status }: { status: number }) {
    this.html = html;
    this.status = status;
  }
}
globalThis.Response ??= Answer as never;

/** Shows the answer to a form in place of the page. */
function open(response: Response): void {
  const shown = new DOMParser().parseFromString((response as never as Answer).html, 'text/html');
  document.documentElement.lang = shown.documentElement.lang;
  document.title = shown.title;
  document.body.innerHTML = shown.body.innerHTML;
}

const token = {
  id: 'aaaaaaaaaaaa',
  name: 'Night & day <b>',
  scopes: ['alerts' as const],
  holds: true,
  created: '2026-10-01T08:00:00.000Z',
  lastUsed: null,
  revoked: null,
  expires: '2026-10-31T08:00:00.000Z',
};

const typed = new URLSearchParams([
  ['key', 'secret-key'],
  ['text', 'Ferries\r\n"stop" <b>'],
  ['lang', 'en'],
]);

const waiting = () =>
  signInToSend({ status: 401, sentence: 'You are signed out.', name: 'raise', fields: typed });

test('a refusal says what was not done and leads on', () => {
  open(refusal(403, 'This form was sent by <another> site.'));
  expect(document.title).toBe('Not done – the desk');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This was not done');
  expect(screen.getByText('This form was sent by <another> site.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the desk' })).toHaveAttribute('href', '/desk');
});

test('whoever is signed out sees what they typed, and sends it with their token', () => {
  open(waiting());
  expect(screen.getByLabelText('Your token')).toHaveAccessibleDescription(
    expect.stringContaining('You are signed out.'),
  );
  const form = screen.getByRole('button', { name: 'Sign in and send' }).closest('form');
  expect(form).toHaveFormValues({
    form: 'raise',
    // Browsers send a line break as it was typed, however it stands in the page (HTML, 4.10.22.4).
    'typed.text': 'Ferries\n"stop" <b>',
    'typed.lang': 'en',
    token: '',
  });
  expect(document.body.innerHTML).not.toContain('secret-key');
  expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toContain('en');
});

test('it says what will be done, not the name of a form', () => {
  open(signInToSend({ status: 401, sentence: 'x', name: 'story-withdraw', fields: typed }));
  expect(screen.getByText('Withdraw a story for good')).toBeInTheDocument();
});

test('the secret of a new token stands there to be copied, with what it is for', () => {
  open(newTokenPage(token, 'lede_aaaaaaaaaaaa_00', 'Europe/Oslo'));
  expect(screen.getByText('lede_aaaaaaaaaaaa_00')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('“Night & day <b>” was made');
  expect(
    screen.getByText(/It is for alerts, until 31 October 2026 at 09:00 CET/),
  ).toHaveTextContent('Stories that come in by it wait');
});

test.each([
  ['refusal', () => refusal(429, 'Wait 7 s.')],
  ['form that waits', waiting],
  ['new token', () => newTokenPage(token, 'lede_aaaaaaaaaaaa_00', 'UTC')],
])('the %s has no barrier that axe finds', async (_, answer) => {
  open(answer());
  expect(await axe(document.documentElement)).toHaveNoViolations();
});
