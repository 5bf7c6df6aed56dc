import { cookies } from 'next/headers';
import { connection } from 'next/server';
import { type Desk, sharedDesk } from '#lib/desk/desk.ts';
import { findVisitor, SESSION_COOKIE, type Visitor } from '#lib/desk/visitor.ts';
import { SIGN_IN_WORDS, type SignInProblem } from '#lib/model/sign-in-problem.ts';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** What a page of the desk starts from: who is there, and what its address asks for. */
export type Visit = {
  desk: Desk;
  visitor: Visitor | null;
  /** One value of the query, empty without it. */
  asked: (name: string) => string;
  signInProblem: SignInProblem | null;
  /** What the address asks for, to come back to after the sign-in: it says nothing of replies. */
  query: string;
};

/** What belongs to one loading of a page. */
const PASSING = new Set(['reply', 'sign-in']);

/** Opens the desk for a page. Without a visitor the page shows the way in, and nothing else. */
export async function visitDesk(searchParams: SearchParams): Promise<Visit> {
  // From here on it is made for this request alone, and may ask what time it is.
  await connection();
  const query = await searchParams;
  const asked = (name: string) => String([query[name]].flat()[0] ?? '');
  const secret = (await cookies()).get(SESSION_COOKIE)?.value ?? '';
  const desk = await sharedDesk();
  const problem = asked('sign-in');
  return {
    desk,
    visitor: await findVisitor(desk, secret, asked('reply')),
    asked,
    signInProblem: isProblem(problem) ? problem : null,
    query: queryOf(query),
  };
}

function isProblem(word: string): word is SignInProblem {
  return Object.hasOwn(SIGN_IN_WORDS, word);
}

function queryOf(query: Awaited<SearchParams>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    PASSING.has(name) ? [] : [value ?? []].flat().map((each) => [name, each]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}
