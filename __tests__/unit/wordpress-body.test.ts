import { expect, test } from '@jest/globals';
import type { Attachments } from '#lib/ingest/wordpress/attachments.ts';
import { postBody } from '#lib/ingest/wordpress/post-body.ts';

const picture = (name: string) => ({
  url: `https://e.org/${name}`,
  alt: name,
  caption: '',
  credit: '',
});

const attachments: Attachments = {
  get: (id) => (id === '7' ? { ...picture('seven.jpg'), caption: 'Lucky' } : undefined),
  of: (postId) => (postId === '1' ? [picture('own.jpg')] : []),
};

function read(content: string, isRendered = false) {
  return postBody(content, { attachments, postId: '1' }, isRendered);
}

test.each([
  [
    'blank lines part paragraphs',
    'One.\n\nTwo.\n \n\nThree.',
    '<p>One.</p><p>Two.</p><p>Three.</p>',
  ],
  ['a line end is kept', 'One,\ntwo.', '<p>One,<br>two.</p>'],
  ['a break that stands there is not doubled', 'One,<br />\ntwo.', '<p>One,<br>two.</p>'],
  [
    'inline elements stay in their paragraph',
    'A <b>b</b> c\n\n<i>d</i>',
    '<p>A <b>b</b> c</p><p><i>d</i></p>',
  ],
  [
    'blocks stay between paragraphs',
    'One.\n<h2>Two</h2>\nThree.',
    '<p>One.</p><h2>Two</h2><p>Three.</p>',
  ],
  ['paragraphs that are there stay', '<p>One.</p>\n\nTwo.', '<p>One.</p><p>Two.</p>'],
  [
    'a quotation has paragraphs too',
    '<blockquote>One.\n\nTwo.</blockquote>',
    '<blockquote><p>One.</p><p>Two.</p></blockquote>',
  ],
  ['preformatted text is left alone', '<pre>a\n\nb</pre>', '<pre>a\n\nb</pre>'],
  [
    'marks of blocks go',
    '<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->',
    '\n<p>One.</p>\n',
  ],
  ['remarks go', 'One.<!-- ask Ann -->', '<p>One.</p>'],
  [
    'words between brackets stay',
    'He said [sic] “[the] boat”.',
    '<p>He said [sic] “[the] boat”.</p>',
  ],
  [
    'an apostrophe between brackets',
    "I [don’t know] and [don't care] it's]",
    "<p>I [don’t know] and [don't care] it's]</p>",
  ],
  ['a shortcode that is only spoken of', 'Write [[gallery]] here.', '<p>Write [gallery] here.</p>'],
])('%s', (_, content, html) => {
  expect(read(content)).toEqual({ html, leftOut: [] });
});

test.each([
  [
    'a caption',
    '[caption id="attachment_7" width="300"]<img src="/a.jpg" alt="A"> At <em>dawn</em>[/caption]',
    '<figure><img src="/a.jpg" alt="A"><figcaption>At <em>dawn</em></figcaption></figure>',
  ],
  [
    'a caption of old, in an attribute',
    '[caption caption="At dawn"]<a href="/a.jpg"><img src="/a.jpg" alt=""></a>[/caption]',
    '<figure><a href="/a.jpg"><img src="/a.jpg" alt=""></a><figcaption>At dawn</figcaption></figure>',
  ],
  [
    'a gallery by numbers',
    '[gallery ids="7,8" columns="2"]',
    '<figure><img src="https://e.org/seven.jpg" alt="seven.jpg"><figcaption>Lucky</figcaption></figure>',
  ],
  [
    'a gallery of the post',
    '[gallery]',
    '<figure><img src="https://e.org/own.jpg" alt="own.jpg"></figure>',
  ],
  [
    'a video elsewhere',
    '[embed]https://www.youtube.com/watch?v=SQEQr7c0-dw[/embed]',
    '<iframe src="https://www.youtube-nocookie.com/embed/SQEQr7c0-dw"></iframe>',
  ],
  [
    'a video’s address alone in its paragraph',
    'https://vimeo.com/7\n\nText.',
    '<iframe src="https://player.vimeo.com/video/7?dnt=1"></iframe><p>Text.</p>',
  ],
  [
    'a recording',
    '[audio https://e.org/a.mp3]',
    '<p><a href="https://e.org/a.mp3">e.org/a.mp3</a></p>',
  ],
  [
    'an address alone in its paragraph',
    'https://e.org/card\n\nText.',
    '<p><a href="https://e.org/card">e.org/card</a></p><p>Text.</p>',
  ],
  [
    'a picture that only the library describes',
    '<p><img class="wp-image-7" src="/a.jpg"></p>',
    '<p><img class="wp-image-7" src="/a.jpg" alt="seven.jpg"></p>',
  ],
  [
    'a caption that WordPress has rendered',
    '<div class="wp-caption"><img src="/a.jpg" alt="A"><p class="wp-caption-text">Dawn</p></div>',
    '<figure><img src="/a.jpg" alt="A"><figcaption>Dawn</figcaption></figure>',
  ],
])('%s becomes HTML', (_, content, html) => {
  expect(read(content)).toEqual({ html, leftOut: [] });
});

test.each([
  ['a form', 'One.\n\n[contact-form-7 id="3" title="Write"]', '<p>One.</p>', ['contact-form-7']],
  [
    'a layout around text',
    '[vc_row][vc_column]One.[/vc_column][/vc_row]',
    '<p>One.</p>',
    ['vc_column', 'vc_row'],
  ],
  ['a gallery that is gone', '[gallery ids="99"]', '', ['gallery']],
  ['a player without an address', '[video]', '', ['video']],
  ['a shortcode that is never closed', '[dropcap_big]One.', '<p>One.</p>', ['dropcap_big']],
  [
    'a block that is filled in',
    '<p>One.</p><!-- wp:latest-posts {"n":3} /--><!-- wp:more -->',
    '<p>One.</p>',
    ['latest-posts'],
  ],
])('%s is left out and named', (_, content, html, leftOut) => {
  expect(read(content)).toEqual({ html, leftOut });
});

test('what WordPress has rendered is not broken into paragraphs again', () => {
  expect(read('<p>One.</p>\n\n\n<p>Two,\nthree.</p>', true).html).toBe(
    '<p>One.</p>\n\n\n<p>Two,\nthree.</p>',
  );
});

test.each([
  ['brackets', '['.repeat(200_000)],
  ['openings without an end', '[caption '.repeat(20_000)],
  ['openings and quotes', '[a "'.repeat(50_000)],
  ['captions in captions', '[caption]'.repeat(5_000)],
])('a text of %s takes no time', (_, content) => {
  const start = performance.now();
  read(content);
  expect(performance.now() - start).toBeLessThan(2000);
});
