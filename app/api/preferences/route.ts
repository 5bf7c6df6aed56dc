import { SITE_PATH } from '#lib/model/alert.ts';
import {
  changePreferences,
  preferenceCookie,
  readPreferences,
} from '#lib/preferences/preference-cookie.ts';

/** Takes the reader's choices from a form and leads back to the page it stands on (303). A field or
 *  value that it doesn't know changes nothing; a foreign `return` leads to the front page. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFields(request);
  if (!fields) return new Response('Send the choices as form fields.', { status: 415 });
  const before = readPreferences(request.headers.get('cookie') ?? '');
  const isSecure = request.headers.get('x-forwarded-proto') === 'https';
  const wanted = fields.get('return') ?? '/';
  return new Response(null, {
    status: 303,
    headers: {
      location: SITE_PATH.test(wanted) ? wanted : '/',
      'set-cookie': preferenceCookie(changePreferences(before, fields), isSecure),
      'cache-control': 'no-store',
    },
  });
}

async function readFields(request: Request): Promise<URLSearchParams | null> {
  try {
    const form = await request.formData();
    return new URLSearchParams(
      [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  } catch {
    return null;
  }
}
