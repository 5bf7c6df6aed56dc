import { timingSafeEqual } from 'node:crypto';
import { FORMS } from './all-forms.ts';
import type { Desk } from './desk.ts';
import { readForm } from './read-form.ts';
import { refusal } from './refusal.ts';
import { runForm } from './run-form.ts';
import { cookieOf } from './session-cookie.ts';
import { signInToSend } from './sign-in-to-send.ts';
import { findVisitor, SESSION_COOKIE, type Visitor } from './visitor.ts';

/** Answers a form that was sent: 303 to the page that shows what came of it. */
export async function answerForm(desk: Desk, request: Request, name: string): Promise<Response> {
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  if (!form) return refusal(404, 'There is no such form.');
  const fields = await readForm(request);
  if (fields instanceof Response) return fields;
  const visitor = await findVisitor(desk, cookieOf(request, SESSION_COOKIE));
  if (!visitor) {
    return signInToSend({ status: 401, sentence: 'You are signed out.', name, fields });
  }
  if (!isOwn(fields.get('key') ?? '', visitor)) {
    // Nobody but the person can tell whether they sent it, so it takes more than a button.
    const sentence = 'This form is not from the session that you are signed in with now.';
    return signInToSend({ status: 403, sentence, name, fields });
  }
  return runForm(desk, visitor, { name, form, fields });
}

function isOwn(key: string, { formKey }: Visitor): boolean {
  const [given, wanted] = [Buffer.from(key), Buffer.from(formKey)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
