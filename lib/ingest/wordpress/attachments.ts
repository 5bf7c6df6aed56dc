import type { ImageFields } from '../lead-image.ts';
import { plainField } from '../plain-field.ts';
import type { WxrItem } from './wxr-parser.ts';

/** The pictures of a WordPress site, by the number that posts call them by. */
export type Attachments = {
  get: (id: string) => ImageFields | undefined;
  /** Those that were put up with a post. */
  of: (postId: string) => ImageFields[];
};

/** Gathers the pictures of an export. They stand before or behind the posts that show them. */
export function attachmentIndex(): Attachments & { add: (item: WxrItem) => void } {
  const byId = new Map<string, ImageFields>();
  const byParent = new Map<string, ImageFields[]>();
  return {
    get: (id) => byId.get(id),
    of: (postId) => byParent.get(postId) ?? [],
    add: ({ fields, meta }) => {
      const url = fields.get('wp:attachment_url') ?? fields.get('guid') ?? '';
      if (!/^https?:/i.test(url)) return;
      const attachment = {
        url,
        alt: plainField(meta.get('_wp_attachment_image_alt')),
        caption: plainField(fields.get('excerpt:encoded')),
        credit: '',
      };
      byId.set(fields.get('wp:post_id') ?? '', attachment);
      if (!/\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?|$)/i.test(url)) return;
      const parent = fields.get('wp:post_parent') ?? '0';
      const siblings = byParent.get(parent);
      if (siblings) siblings.push(attachment);
      else byParent.set(parent, [attachment]);
    },
  };
}

/** For posts that come with no pictures of their own to look up. */
export const NO_ATTACHMENTS: Attachments = { get: () => undefined, of: () => [] };
