import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Big</title><language>en-US</language>
<wp:base_blog_url>https://big.example.org</wp:base_blog_url>
<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name>Ann Lee</wp:author_display_name></wp:author>
`;

const SENTENCE = 'The night ferry came in at dawn, and the harbour was already awake again.';
const TEXT = Array.from({ length: 12 }, () => `${SENTENCE} `.repeat(4)).join('\n\n');

/** Writes a WordPress export of at least this many bytes, with one picture for each ten posts
 *  behind the posts that show it. Answers how many posts are in it. */
export async function writeWxr(file: string, bytes: number): Promise<number> {
  const out = createWriteStream(file);
  let written = 0;
  const write = async (text: string) => {
    written += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(HEAD);
  let posts = 0;
  while (written < bytes) {
    posts += 1;
    const id = posts * 10;
    await write(postXml(id, `${Math.ceil(id / 100) * 100}5`));
    if (posts % 10 === 0) await write(pictureXml(`${id}5`));
  }
  await write('</channel></rss>\n');
  out.end();
  await once(out, 'finish');
  return posts;
}

function postXml(id: number, picture: string): string {
  return `<item><title>Ferry ${id}</title><dc:creator>ann</dc:creator>
<content:encoded><![CDATA[${TEXT}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date_gmt>${dateOf(id)}</wp:post_date_gmt>
<wp:post_name>ferry-${id}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="region"><![CDATA[Region]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${picture}</wp:meta_value></wp:postmeta>
</item>
`;
}

/** A post a minute. */
function dateOf(id: number): string {
  return new Date(Date.UTC(2020, 0, 1, 0, id / 10)).toISOString().slice(0, 19).replace('T', ' ');
}

function pictureXml(id: string): string {
  return `<item><title>Picture</title><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type>
<wp:status>inherit</wp:status><wp:attachment_url>https://big.example.org/${id}.jpg</wp:attachment_url>
<excerpt:encoded><![CDATA[At dawn]]></excerpt:encoded>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A ferry</wp:meta_value></wp:postmeta>
</item>
`;
}
