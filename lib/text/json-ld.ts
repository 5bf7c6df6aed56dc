/** Data as the text of a `<script type="application/ld+json">`. No character in it can end the
 *  element or begin a comment (HTML, 4.12.1.3, “Restrictions for contents of script elements”). */
export function writeJsonLd(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
