import { z } from 'zod';
import { plainLine } from '#lib/model/plain-line.ts';
import { SCOPES, type Token, type TokenInput } from '#lib/model/token.ts';
import { TOKEN_TERMS, type TokenTerm } from '#lib/model/token-form.ts';
import type { Fields, FormAnswer } from '../forms.ts';
import { decidesAbout } from './decides-about.ts';

type Problems = NonNullable<FormAnswer['problems']>;

const DAY_MS = 24 * 60 * 60_000;

const NAME = 'Say whose token it is, in 1 to 100 characters.';

const schema = z.object({
  name: z.string().transform(plainLine).pipe(z.string().min(1, NAME).max(100, NAME)),
  scopes: z.array(z.enum(SCOPES)).nonempty('Choose at least one thing that it may do.'),
  term: z.enum(
    Object.keys(TOKEN_TERMS) as [TokenTerm, ...TokenTerm[]],
    'Choose how long the token holds.',
  ),
});

/** What the form for a new token says, or what is wrong with it. A token gives on no more than it is
 *  itself: its scopes, its end, and that its stories wait for an editor. */
export function readTokenForm(fields: Fields, own: Token): TokenInput | Problems {
  const given = schema.safeParse({
    name: fields.get('name') ?? '',
    scopes: fields.getAll('scopes'),
    term: fields.get('term'),
  });
  if (!given.success) {
    return given.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  }
  const { name, scopes, term } = given.data;
  if (!decidesAbout(own, { scopes })) {
    const message = `Your own token is for ${own.scopes.join(' and ')}: it gives on no more.`;
    return [{ field: 'scopes', message }];
  }
  const expires = endOf(term, own.expires);
  return {
    name,
    scopes,
    holds: own.holds || fields.get('holds') === 'yes',
    ...(expires ? { expires } : {}),
  };
}

function endOf(term: TokenTerm, ownEnd: string | null): string | null {
  const { days } = TOKEN_TERMS[term];
  const end = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
  return [end, ownEnd].filter((at) => at !== null).sort()[0] ?? null;
}
