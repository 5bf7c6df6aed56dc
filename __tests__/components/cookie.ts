/** Sets the preferences cookie as an earlier visit would have left it; nothing forgets it. */
export function rememberPreferences(pairs: string): void {
  const lifetime = pairs ? 'Max-Age=1000' : 'Max-Age=0';
  // biome-ignore lint/suspicious/noDocumentCookie: the reader's own cookie, as the product sets it.
  document.cookie = `lede-preferences=${pairs}; Path=/; ${lifetime}`;
}
