import { LONGEST_SESSION_MS } from '#lib/store/sessions.ts';
import { SESSION_COOKIE } from './visitor.ts';

/** The value of a cookie that a request carries; empty without it. */
export function cookieOf(request: Request, name: string): string {
  const cookies = request.headers.get('cookie') ?? '';
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? '';
}

/** The cookie of a session. No script can read it, no other site's form carries it (SameSite=Lax; a
 *  link in a message at night must lead to the desk, not to a sign-in), and it goes to the desk
 *  alone. How long it opens anything, the store decides. */
export function sessionCookie(secret: string, request: Request): string {
  const isSecure = request.headers.get('x-forwarded-proto') === 'https';
  const seconds = secret === '' ? 0 : LONGEST_SESSION_MS / 1000;
  const attributes = `Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;
  return `${SESSION_COOKIE}=${secret}; ${attributes}${isSecure ? '; Secure' : ''}`;
}
