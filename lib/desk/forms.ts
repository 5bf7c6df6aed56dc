import type { Reply } from '#lib/model/desk-reply.ts';
import type { Scope } from '#lib/model/token.ts';
import type { Desk } from './desk.ts';
import type { Visitor } from './visitor.ts';

/** What was filled in, by name. A file is no field of ours. */
export type Fields = URLSearchParams;

/** Where a form leads, and what is said there. */
export type FormAnswer = {
  /** A path of the desk. */
  to: string;
  kind: Reply['kind'];
  message: string;
  problems?: Reply['problems'];
  /** Whether the page shows again what was typed. */
  keeps?: boolean;
};

/** A form of the desk. It says what it wants, does it, and leads on. What is not right comes back as a
 *  problem with all that was typed; only what is nobody's fault is thrown. A response goes out as it
 *  is: for what must not be kept with the session, and for who has no session any more. */
export type DeskForm = {
  /** What the token must be allowed to do; null where it is enough to be signed in. */
  scope: Scope | null;
  run(at: { desk: Desk; visitor: Visitor }, fields: Fields): Promise<FormAnswer | Response>;
};
