/** A script with all that is in it, or any other tag: that is met whole, so that `<script` in one of
 *  its values, which HTML need not escape there, is not taken for a tag. */
const TAG = /<script\b[^>]*>[\s\S]*?<\/script>|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/g;
const OF_SCRIPTS = /^<script\b|^<link\b[^>]*\bas="script"/;
const STATUS = /<meta name="http-status" content="(\d{3})"\/?>/;

/** A page without any script, for the desk: its forms need none, and what can't run can't be turned
 *  against the people who publish. React escapes text, so a script in the HTML is one of Next's. */
export function withoutScripts(html: string): string {
  return html.replace(TAG, (tag) => (OF_SCRIPTS.test(tag) ? '' : tag));
}

/** The HTTP status that a page asks for, since Next sends 200 for each that is made anew at each
 *  request: `<meta name="http-status" content="404">`. */
export function statusIn(html: string): number | null {
  const status = STATUS.exec(html)?.[1];
  return status ? Number(status) : null;
}
