import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { DeskPage } from '#components/desk/DeskPage.tsx';
import { Field } from '#components/desk/Field.tsx';
import { SignIn } from '#components/desk/SignIn.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import { SIGN_IN_WORDS, type SignInProblem } from '#lib/model/sign-in-problem.ts';
import { show } from './show.tsx';

const reply: Reply = {
  id: '12345678',
  form: 'make-token',
  kind: 'problem',
  message: 'No token was made.',
  fields: { name: ['x'] },
  problems: [{ field: 'name', message: 'Say whose token it is.' }],
};

function showPage(given: Reply | null) {
  return show(
    <DeskPage title="Access" siteName="The Harbour" current="access" name="Night" reply={given}>
      <Field id="name" label="Whose it is" hint="A person or a program." reply={given}>
        {(control) => <input {...control} type="text" />}
      </Field>
    </DeskPage>,
  );
}

test('names the room one is in, and who is signed in', () => {
  showPage(null);
  const navigation = screen.getByRole('navigation', { name: 'Desk' });
  expect(within(navigation).getByRole('link', { current: true })).toHaveTextContent('Access');
  expect(screen.getByText('Signed in with “Night”')).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Done' })).not.toBeInTheDocument();
});

test('a problem comes first in the content, is told at its field, and leads there', () => {
  showPage(reply);
  const note = screen.getByRole('region', { name: 'Not done' });
  expect(screen.getByRole('main').firstElementChild).toBe(note);
  const link = within(note).getByRole('link', { name: 'Say whose token it is.' });
  const field = screen.getByRole('textbox', { name: 'Whose it is' });
  expect(link).toHaveAttribute('href', `#${field.id}`);
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('A person or a program. Say whose token it is.');
});

test('what is done is said in words, and no field is wrong', () => {
  showPage({ ...reply, kind: 'done', message: 'It was made.', problems: [] });
  expect(screen.getByRole('region', { name: 'Done' })).toHaveTextContent('Done: It was made.');
  const field = screen.getByRole('textbox', { name: 'Whose it is' });
  expect(field).toBeValid();
  expect(field).toHaveAccessibleDescription('A person or a program.');
});

test('a draft says nothing of itself', () => {
  showPage({ ...reply, kind: 'draft', message: '', problems: [] });
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

/** A page that has just loaded with a live region in it is read by no screen reader as one. */
test('no part of the page claims to be a live region', () => {
  const { container } = showPage(reply);
  expect(container.querySelector('[role=alert], [role=status], [aria-live]')).toBeNull();
});

test.each([null, reply, { ...reply, kind: 'done', problems: [] } as Reply])(
  'has no barrier that axe finds (%#)',
  async (given) => {
    const { container } = showPage(given);
    expect(await axe(container)).toHaveNoViolations();
  },
);

const signIn = (problem: SignInProblem | null) =>
  show(<SignIn siteName="The Harbour" returnTo="/desk/log?before=3" problem={problem} />);

test.each(['unknown', 'metrics'] as const)(
  'a refused token is told at its field: %s',
  (problem) => {
    const { container } = signIn(problem);
    const field = screen.getByLabelText('Your token');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription(expect.stringContaining(SIGN_IN_WORDS[problem]));
    expect(container.ownerDocument.querySelector('[name="http-status"]')).toHaveAttribute(
      'content',
      '401',
    );
  },
);

test.each(['out', 'revoked'] as const)(
  'who has gone is told so, and that is no fault: %s',
  (problem) => {
    const { container } = signIn(problem);
    expect(screen.getByText(SIGN_IN_WORDS[problem])).toBeInTheDocument();
    expect(screen.getByLabelText('Your token')).not.toHaveAttribute('aria-invalid');
    expect(container.ownerDocument.querySelector('[name="http-status"]')).toHaveAttribute(
      'content',
      '200',
    );
  },
);

test('the way in remembers where it leads', () => {
  const { container } = signIn(null);
  expect(container.querySelector('input[name="return"]')).toHaveValue('/desk/log?before=3');
});

test.each([null, 'unknown', 'out'] as const)('the way in has no barrier: %s', async (problem) => {
  const { container } = signIn(problem);
  expect(await axe(container)).toHaveNoViolations();
});
