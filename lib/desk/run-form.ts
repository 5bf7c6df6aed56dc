import { randomBytes } from 'node:crypto';
import type { Reply } from '#lib/model/desk-reply.ts';
import { leaveReply } from '#lib/store/sessions.ts';
import type { Desk } from './desk.ts';
import type { DeskForm, Fields, FormAnswer } from './forms.ts';
import { refusal } from './refusal.ts';
import { seeOther, withQuery } from './see-other.ts';
import { mayDo, type Visitor } from './visitor.ts';

/** Does what a form asks for in the name of whoever is signed in, if their token may do it. */
export async function runForm(
  desk: Desk,
  visitor: Visitor,
  { name, form, fields }: { name: string; form: DeskForm; fields: Fields },
): Promise<Response> {
  if (form.scope && !mayDo(visitor, form.scope)) {
    return refusal(
      403,
      `The token “${visitor.token.name}” may not do this: it needs ${form.scope}.`,
    );
  }
  const answer = await form.run({ desk, visitor }, fields);
  if (answer instanceof Response) return answer;
  const id = await keepReply(desk, visitor, name, answer, fields);
  return seeOther(withQuery(answer.to, 'reply', id));
}

async function keepReply(
  { store }: Desk,
  { session }: Visitor,
  form: string,
  { kind, message, problems = [], keeps = kind !== 'done' }: FormAnswer,
  fields: Fields,
): Promise<string> {
  const typed = new Set([...fields.keys()].filter((name) => name !== 'key'));
  const reply: Reply = {
    id: randomBytes(4).toString('hex'),
    form,
    kind,
    message,
    problems,
    fields: keeps
      ? Object.fromEntries([...typed].map((field) => [field, fields.getAll(field)]))
      : {},
  };
  await leaveReply(store, session.id, JSON.stringify(reply));
  return reply.id;
}
