const SAME_PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)|[?&/]attachment(?:_id)?[=/]/i;

/** Whether an address is a picture’s file, or the page that WordPress makes of one. A picture links to
 *  it only to be seen once more. */
export function leadsToPicture(address: string): boolean {
  return SAME_PICTURE.test(address);
}
