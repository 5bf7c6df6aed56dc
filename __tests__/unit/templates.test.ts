import { expect, test } from '@jest/globals';
import { resolveTemplates } from '#lib/ingest/liquid.ts';

const resolve = (body: string, fields: Record<string, unknown> = {}) => {
  const { markdown, leftOut } = resolveTemplates(body, { fields });
  return { html: markdown.replace(/\s+/g, ' ').trim(), leftOut };
};

const FIGURE =
  '<figure><img src="/img/a.jpg" alt="A boat"><figcaption>At sea <span class="credit">J. C.</span></figcaption></figure>';

test.each([
  [
    'over several lines',
    '{% include photo.html\n\n\tfile="/img/a.jpg"\n\tcaption="At sea"\n\n\tcredit="(J. C.)"\n\talt="A boat"\n\tadd_padding = true\n%}',
  ],
  [
    'with the tag on a line of its own',
    '{% \n\tinclude photo.html\n\tfile="/img/a.jpg" caption="At sea" alt="A boat" credit="J. C."\n%}',
  ],
  [
    'with single quotes',
    "{%- include photo-large.html file='/img/a.jpg' caption='At sea' alt='A boat' credit='J. C.' -%}",
  ],
  [
    'of another theme',
    '{% include figure image_path="/img/a.jpg" alt="A boat" description="At sea" attribution="J. C." %}',
  ],
  ['of Hugo', '{{< figure src="/img/a.jpg" alt="A boat" caption="At sea" attr="J. C." >}}'],
])('a picture %s', (_, body) => {
  expect(resolve(body)).toEqual({ html: FIGURE, leftOut: [] });
});

test.each([
  [
    'quotes in a caption',
    `{% include photo.html file="/img/a.jpg" caption='He said "no"' %}`,
    '<figure><img src="/img/a.jpg" alt=""><figcaption>He said "no"</figcaption></figure>',
  ],
  [
    'no caption',
    '{% include photo.html file="/img/a.jpg" caption="" credit="" %}',
    '<figure><img src="/img/a.jpg" alt=""></figure>',
  ],
  [
    'a person',
    '{% include mugshot.html file="/img/a.jpg" name="Chab Suy" cutline="Chief" %}',
    '<figure><img src="/img/a.jpg" alt="Chab Suy"><figcaption>Chab Suy: Chief</figcaption></figure>',
  ],
  [
    'a quotation over a picture',
    '{% include photo-large.html file="/img/a.jpg" quotation="“No.”" %}',
    '<p class="pullquote">“No.”</p> <figure><img src="/img/a.jpg" alt=""></figure>',
  ],
  [
    'a video',
    '{% include video.html youtube="z0AbBN9LD9Q" caption="At home" %}',
    '<figure><iframe src="https://www.youtube-nocookie.com/embed/z0AbBN9LD9Q"></iframe><figcaption>At home</figcaption></figure>',
  ],
  [
    'a video of Hugo',
    '{{< youtube z0AbBN9LD9Q >}}',
    '<iframe src="https://www.youtube-nocookie.com/embed/z0AbBN9LD9Q"></iframe>',
  ],
  [
    'an editor’s note',
    '{% include editors-note.html hedline="Note" text="Changed." %}',
    '<p><strong>Note</strong> Changed.</p>',
  ],
  [
    'a note that leads on',
    '{% include editors-note.html hedline="The series" link="https://x.example/" %}',
    '<p><strong><a href="https://x.example/">The series</a></strong></p>',
  ],
])('carries over %s', (_, body, html) => {
  expect(resolve(body)).toEqual({ html, leftOut: [] });
});

test('a window shows the picture of the front matter', () => {
  const body = '{% include window.html caption="Rice" %}';
  expect(resolve(body, { window_image: 'field.jpg' }).html).toContain('src="/img/field.jpg"');
  expect(resolve(body, { window_image: 'https://x.example/f.jpg' }).html).toContain(
    'src="https://x.example/f.jpg"',
  );
  expect(resolve(body)).toEqual({ html: '', leftOut: ['window.html'] });
});

test.each([
  ['a map', '{% include map.html %}', ['map.html']],
  [
    'a note that says nothing and leads nowhere',
    '{% include editors-note.html hedline="The series" link="/english/x/" %}',
    ['editors-note.html'],
  ],
  ['a part in a comment', '<!-- {% include photo.html file="/img/a.jpg" %} -->', []],
  ['a comment that opens twice', '<!-- x <!-- y -->', []],
  ['what Liquid comments out', '{% comment %}{{ x }} words{% endcomment %}', []],
  ['a tag that was never closed', '{% include photo.html file="/img/a', []],
  ['other tags and values', '{% if page.x %}{{ site.title }}{% endif %}', []],
  ['the place of the dateline', '$DATELINE$ ', []],
])('takes away %s', (_, body, leftOut) => {
  expect(resolve(`a ${body}`)).toEqual({ html: 'a', leftOut });
});

test('keeps what a tag prints, and money', () => {
  expect(resolve('{{ "/img/a.jpg" | relative_url }} {{ page.title }}', { title: 'T' }).html).toBe(
    '/img/a.jpg T',
  );
  expect(resolve('It cost $5 or $AB, not $X$.').html).toBe('It cost $5 or $AB, not $X$.');
});

test('in the middle of a paragraph a picture becomes a block of its own', () => {
  const { markdown } = resolveTemplates('a\n{% include photo.html file="/a.jpg" %}b', {
    fields: {},
  });
  expect(markdown).toMatch(/^a\n+<figure>.*<\/figure>\n\n+b$/);
});
