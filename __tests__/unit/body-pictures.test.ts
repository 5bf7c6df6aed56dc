import { expect, test } from '@jest/globals';
import { finishBody, readBody } from '#lib/ingest/body.ts';
import { picturesIn } from '#lib/ingest/body-pictures.ts';
import type { ArticleInput } from '#lib/model/article-input.ts';
import { dangersIn } from './html-audit.ts';

const PICTURE = { id: 'a1', width: 800, height: 450, widths: [320, 640, 800] };

/** The body of a story in HTML, with the picture at /a.jpg made and no other. */
function bodyOf(html: string): string {
  const { kept: tree } = readBody({ body: html } as ArticleInput, 'en');
  const body = finishBody(tree, new Map([['/a.jpg', PICTURE]]), 'en');
  expect(dangersIn(body)).toEqual([]);
  return body.replace(
    /<picture>.*?<\/picture>/g,
    (picture) => `[${/alt="([^"]*)"/.exec(picture)?.[1]}]`,
  );
}

test('a picture comes in two formats and all widths, and keeps its room free', () => {
  const { kept: tree } = readBody(
    { body: '<img src="/a.jpg" alt="A boat">' } as ArticleInput,
    'en',
  );
  const body = finishBody(tree, new Map([['/a.jpg', PICTURE]]), 'en');
  const sizes = 'sizes="(min-width: 46rem) 42rem, 100vw"';
  const set = (format: string) =>
    [320, 640, 800].map((width) => `/media/a1-${width}.${format} ${width}w`).join(', ');
  expect(body).toBe(
    `<figure><picture><source type="image/avif" srcset="${set('avif')}" ${sizes}>` +
      `<source type="image/webp" srcset="${set('webp')}" ${sizes}>` +
      '<img src="/media/a1-800.webp" alt="A boat" width="800" height="450" loading="lazy" decoding="async">' +
      '</picture></figure>',
  );
});

test.each([
  [
    'a caption and a credit',
    '<figure><img src="/a.jpg" alt="A"><figcaption>At <em>sea</em> <span class="credit">J. C.</span></figcaption></figure>',
    '<figure>[A]<figcaption>At <em>sea</em> <span class="credit">J. C.</span></figcaption></figure>',
  ],
  ['a paragraph of its own', '<p><img src="/a.jpg" alt="A"></p>', '<figure>[A]</figure>'],
  [
    'words around it',
    '<p>b <img src="/a.jpg" alt="A"> c</p>',
    '<p>b </p><figure>[A]</figure><p> c</p>',
  ],
  [
    'a link around it',
    '<p><a href="/a.jpg"><img src="/a.jpg" alt="A"></a></p>',
    '<figure>[A]</figure>',
  ],
  [
    'a link around it in a figure',
    '<figure><a href="/x"><img src="/a.jpg" alt="A"></a><figcaption>c</figcaption></figure>',
    '<figure>[A]<a href="/x">A</a><figcaption>c</figcaption></figure>',
  ],
  [
    'a link around it in a paragraph',
    '<p><a href="/x"><img src="/a.jpg" alt="A"></a></p>',
    '<figure>[A]</figure><p><a href="/x">A</a></p>',
  ],
  [
    'a link around it and words',
    '<p><a href="/x"><img src="/a.jpg" alt="A"> b</a></p>',
    '<figure>[A]</figure><p><a href="/x"> b</a></p>',
  ],
  [
    'a link to its own file',
    '<p><a href="/a-large.jpg"><img src="/a.jpg" alt="A"></a></p>',
    '<figure>[A]</figure>',
  ],
  ['no description', '<img src="/a.jpg">', '<figure>[]</figure>'],
  [
    'a place in a list',
    '<ul><li>b <img src="/a.jpg" alt="A"></li></ul>',
    '<ul><li>b <figure>[A]</figure></li></ul>',
  ],
])('a picture with %s', (_, html, expected) => {
  expect(bodyOf(html)).toBe(expected);
});

test.each([
  [
    'its caption',
    '<p>a</p><figure><img src="/gone.jpg"><figcaption>c</figcaption></figure>',
    '<p>a</p>',
  ],
  [
    'a paragraph that held nothing else',
    '<p>a</p><p><a href="/x"><img src="/gone.jpg"></a></p>',
    '<p>a</p>',
  ],
])('a picture that could not be had takes with it %s', (_, html, expected) => {
  expect(bodyOf(html)).toBe(expected);
});

test('a figure without a picture may hold something else', () => {
  const figure = '<figure><blockquote><p>a</p></blockquote><figcaption>b</figcaption></figure>';
  expect(bodyOf(figure)).toBe(figure);
});

test('each address is asked for once', () => {
  const input = { body: '<img src="/a.jpg"><p><img src=" /a.jpg "><img src="b.png"><img></p>' };
  expect(picturesIn(readBody(input as ArticleInput, 'en').kept)).toEqual(['/a.jpg', 'b.png']);
});

test('notes beside the text go to its end, numbered like the links that lead there', () => {
  const bodyMarkdown = `{:.annotation.right#one}
First note.

It was <a href="#one" class="footnote">unfair</a>.

{:.annotation.right#two}
Second note.

Few <a href="#two" class="footnote">voted</a> in <a href="#may_1993" class="trigger__factbox">1993</a>.`;
  const { kept: tree } = readBody({ bodyMarkdown } as ArticleInput, 'en');
  expect(finishBody(tree, new Map(), 'en')).toBe(
    '<p>It was <a href="#note-one">unfair<sup>1</sup></a>.</p>' +
      '<p>Few <a href="#note-two">voted<sup>2</sup></a> in 1993.</p>' +
      '<h2>Notes</h2><ol><li id="note-one">First note.</li><li id="note-two">Second note.</li></ol>',
  );
});
