/** The page of a list that the rest of an address names: none is the first. Anything but one whole
 *  number above 1 names no page, and the answer is null. */
export function pageNumber(rest: readonly string[] | undefined): number | null {
  if (!rest || rest.length === 0) return 1;
  const [only, ...more] = rest;
  return more.length === 0 && only && /^[1-9]\d{0,4}$/.test(only) ? Number(only) : null;
}
