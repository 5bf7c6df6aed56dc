import { expect, test } from '@jest/globals';
import { placePictures } from '#lib/ingest/body-pictures.ts';
import { parseHtml } from '#lib/text/html-tree.ts';
import { plainText } from '#lib/text/plain-text.ts';
import { finishHtml, sanitise, sanitiseTree } from '#lib/text/sanitise.ts';
import { dangersIn } from './html-audit.ts';

function clean(html: string, lang = 'en'): string {
  const safe = sanitise(html, lang);
  expect(dangersIn(safe)).toEqual([]);
  return safe.replace(/\s+/g, ' ').trim();
}

const SANDBOX =
  'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox';
const rights = (origin: string) =>
  `fullscreen ${origin}; encrypted-media ${origin}; picture-in-picture ${origin}`;
const framed = (path: string, title: string, origin: string, caption: string) =>
  `<figure class="embed"><iframe src="/embeds/${path}?lang=en" title="${title}" loading="lazy" ` +
  `sandbox="${SANDBOX}" allow="${rights(origin)}" allowfullscreen></iframe>` +
  `<figcaption>${caption}</figcaption></figure>`;

const LINK = '<a href="https://www.youtube.com/watch?v=z0AbBN9LD9Q">Watch the video on YouTube</a>';
const youTube = (caption = '') =>
  framed(
    'youtube/z0AbBN9LD9Q',
    'Video (YouTube)',
    'https://www.youtube-nocookie.com',
    LINK + caption,
  );
const FRAME = '<iframe src="https://youtu.be/z0AbBN9LD9Q"></iframe>';

test.each([
  ['YouTube', '<iframe src="https://www.youtube.com/embed/z0AbBN9LD9Q?rel=0"></iframe>', youTube()],
  [
    'YouTube without cookies',
    '<iframe src="//www.youtube-nocookie.com/embed/z0AbBN9LD9Q"></iframe>',
    youTube(),
  ],
  [
    'a frame that waits',
    '<iframe src="about:blank" data-src="https://www.youtube.com/embed/z0AbBN9LD9Q"></iframe>',
    youTube(),
  ],
  ['AMP’s YouTube', '<amp-youtube data-videoid="z0AbBN9LD9Q"></amp-youtube>', youTube()],
  ['an old player', '<object data="https://www.youtube.com/v/z0AbBN9LD9Q"></object>', youTube()],
  [
    'a player’s own title',
    '<iframe title="YouTube video player" src="https://youtu.be/z0AbBN9LD9Q"></iframe>',
    youTube(),
  ],
  [
    'Vimeo’s own title',
    '<iframe title="vimeo-player" src="https://player.vimeo.com/video/7"></iframe>',
    framed(
      'vimeo/7',
      'Video (Vimeo)',
      'https://player.vimeo.com',
      '<a href="https://vimeo.com/7">Watch the video on Vimeo</a>',
    ),
  ],
  ['a frame in a paragraph', `<p><strong>${FRAME}</strong> <br></p>`, youTube()],
  [
    'a frame with a caption',
    `<figure class="wp-block-embed"><div>${FRAME}</div><figcaption>At <em>home</em></figcaption></figure>`,
    youTube(' At <em>home</em>'),
  ],
  [
    'a frame of Vimeo with a title',
    '<iframe title="The “last” ferry: a film" src="https://player.vimeo.com/video/7?h=1"></iframe>',
    framed(
      'vimeo/7',
      'Video: The “last” ferry: a film (Vimeo)',
      'https://player.vimeo.com',
      '<a href="https://vimeo.com/7">Watch the video on Vimeo: The “last” ferry: a film</a>',
    ),
  ],
  [
    'a frame whose caption begins with its link',
    `<figure>${FRAME}<figcaption>${LINK}, 3 minutes</figcaption></figure>`,
    youTube(', 3 minutes'),
  ],
  [
    'a frame whose caption leads there too',
    `<figure>${FRAME}<figcaption>Film: ${LINK}</figcaption></figure>`,
    youTube(` Film: ${LINK}`),
  ],
])('%s can be loaded in place', (_, html, expected) => {
  expect(clean(`${html}<p>z</p>`)).toBe(`${expected}<p>z</p>`);
});

test('no two frames of a story have one name', () => {
  const titled = FRAME.replace('<iframe', '<iframe title="Fog"');
  const vimeo = '<iframe src="https://player.vimeo.com/video/7"></iframe>';
  const names = (html: string, lang?: string) =>
    [...clean(html, lang).matchAll(/title="([^"]*)"/g)].map(([, name]) => name);
  const all = `<p>${FRAME}${FRAME}</p>${titled}<figure>${titled}${vimeo}</figure>`;
  expect(names(all)).toEqual([
    'Video (YouTube)',
    'Video 2 (YouTube)',
    'Video: Fog (YouTube)',
    'Video 2: Fog (YouTube)',
    'Video (Vimeo)',
  ]);
  expect(names(FRAME + FRAME, 'fa')).toEqual(['ویدئو (YouTube)', 'ویدئوی ۲ (YouTube)']);
  expect(names(titled, 'km')).toEqual(['វីដេអូ៖ Fog (YouTube)']);
});

test('a frame and its page are in the language of the story, and it keeps its marks', () => {
  expect(clean(FRAME, 'km')).toContain('src="/embeds/youtube/z0AbBN9LD9Q?lang=km"');
  expect(clean(FRAME, 'de')).toContain('src="/embeds/youtube/z0AbBN9LD9Q?lang=en"');
  const marked = clean(`<p><a href="#v">1</a></p><p id="v" lang="fa">${FRAME}</p>`);
  expect(marked).toContain('<figure lang="fa" dir="rtl" id="note-v" class="embed"><iframe ');
});

test('only a player makes a frame, whatever a sender writes', () => {
  const link = LINK.replace('<a', '<a class="embed"');
  const html = `<p>${link}</p><figure class="embed">${link}<figcaption>c</figcaption></figure>`;
  expect(clean(html)).not.toMatch(/<iframe|class=/);
});

test('a frame that is not of our making goes out to nobody', () => {
  const ours = sanitise(FRAME, 'en');
  const finish = (html: string) => finishHtml(parseHtml(html), 'en');
  expect(finish(ours)).toBe(ours);
  for (const src of [
    'https://evil.example/',
    '/embeds/youtube/short?lang=en',
    '/en',
    'javascript:1',
  ]) {
    expect(finish(ours.replace(/src="[^"]*"/, `src="${src}"`))).not.toContain('<iframe');
  }
  expect(finish(ours.replace('<figure class="embed">', '<p>Words '))).not.toContain('<iframe');
  const bold = ours
    .replace('allow-popups ', 'allow-top-navigation ')
    .replace(/ allow="[^"]*"/, ' allow="camera *"');
  expect(finish(bold)).not.toMatch(/allow-top-navigation|camera/);
  expect(finish(ours.replace(/ sandbox="[^"]*"/, ''))).toBe(
    finish(ours)
      .replace(/ sandbox="[^"]*"/, '')
      .replace('></iframe>', ` sandbox="${SANDBOX}"></iframe>`),
  );
});

test('a story that went out and is sent again comes out the same', () => {
  const titled = FRAME.replace('<iframe', '<iframe title="Fog"');
  const once = clean(
    `${titled}${FRAME}<figure>${FRAME}<figcaption>c</figcaption></figure><p>z</p>`,
  );
  expect(clean(once)).toBe(once);
});

test('the frame stays where pictures are placed, and its words are words of the story', () => {
  const html = `<p>a</p><p>${FRAME}</p><figure>${FRAME}<figcaption>At home</figcaption></figure>`;
  const tree = placePictures(sanitiseTree(parseHtml(html), 'en'), new Map());
  const story = finishHtml(tree, 'en');
  expect(story.match(/<iframe/g)).toHaveLength(2);
  expect(plainText(story)).toBe(
    'a\nWatch the video on YouTube\nWatch the video on YouTube At home',
  );
});
