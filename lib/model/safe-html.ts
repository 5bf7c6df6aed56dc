declare const safe: unique symbol;

/** HTML that went through the allow-list of lib/text/sanitise.ts. Only that module and the row
 *  parser of the store, which reads back what was sanitised before, may make one. */
export type SafeHtml = string & { readonly [safe]: true };
