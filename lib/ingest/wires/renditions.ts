/** One of the sizes in which a wire sends a picture. */
export type Rendition = {
  href: string;
  type: string;
  width: number;
  height: number;
  bytes: number;
  name: string;
};

/** More than these can't be taken in: lib/ingest/decode-picture.ts. */
const MOST_PIXELS = 40_000_000;
const MOST_BYTES = 30_000_000;

/** The address of the largest picture that a page can show; empty if there is none. */
export function largestRendition(renditions: Rendition[]): string {
  const fit = renditions.filter(
    ({ href, type, width, height, bytes }) =>
      /^(?:https?:|(?![a-z]+:))/i.test(href) &&
      href !== '' &&
      isPicture(type, href) &&
      width * height <= MOST_PIXELS &&
      bytes <= MOST_BYTES,
  );
  const clean = fit.filter(({ href, name }) => !/watermark/i.test(href + name));
  const [best] = (clean.length > 0 ? clean : fit).toSorted(
    (a, b) => b.width * b.height - a.width * a.height,
  );
  return best?.href ?? '';
}

function isPicture(type: string, href: string): boolean {
  if (type) return /^image\/(?:jpe?g|pjpeg|png|gif|webp|avif|tiff|svg)/i.test(type);
  return !/\.(?:mp[34]|m4[av]|mov|wav|ogg|webm|pdf|zip|docx?)(?:\?|$)/i.test(href);
}
