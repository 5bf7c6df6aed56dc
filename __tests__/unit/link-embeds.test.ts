import { expect, test } from '@jest/globals';
import { sanitise } from '#lib/text/sanitise.ts';
import { dangersIn } from './html-audit.ts';

function clean(html: string, lang = 'en'): string {
  const safe = sanitise(html, lang);
  expect(dangersIn(safe)).toEqual([]);
  return safe.replace(/\s+/g, ' ').trim();
}

const YOUTUBE =
  '<a href="https://www.youtube.com/watch?v=z0AbBN9LD9Q">Watch the video on YouTube</a>';

test.each([
  [
    'a frame inside a line',
    '<p>Look: <iframe src="https://youtu.be/z0AbBN9LD9Q"></iframe></p>',
    `<p>Look: ${YOUTUBE} </p>`,
  ],
  [
    'a channel of YouTube',
    '<iframe src="https://www.youtube.com/embed/live_stream?channel=UC1"></iframe>',
    '<p><a href="https://www.youtube.com/embed/live_stream?channel=UC1">Watch the video on YouTube</a></p>',
  ],
  [
    'a list of YouTube',
    '<iframe src="https://www.youtube.com/embed/videoseries?list=PL1"></iframe>',
    '<p><a href="https://www.youtube.com/playlist?list=PL1">Watch the video on YouTube</a></p>',
  ],
  [
    'X',
    '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=12"></iframe>',
    '<p><a href="https://x.com/i/status/12">Read the post on X</a></p>',
  ],
  [
    'Instagram',
    '<iframe src="https://www.instagram.com/p/Ab1/embed/captioned/"></iframe>',
    '<p><a href="https://www.instagram.com/p/Ab1/">Read the post on Instagram</a></p>',
  ],
  [
    'Facebook',
    '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1"></iframe>',
    '<p><a href="https://www.facebook.com/a/posts/1">Read the post on Facebook</a></p>',
  ],
  [
    'Facebook’s box',
    '<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>',
    '<p><a href="https://www.facebook.com/a/posts/1">Read the post on Facebook</a></p>',
  ],
  [
    'TikTok',
    '<iframe src="https://www.tiktok.com/embed/v2/99"></iframe>',
    '<p><a href="https://www.tiktok.com/@/video/99">Watch the video on TikTok</a></p>',
  ],
  [
    'SoundCloud',
    '<iframe src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b"></iframe>',
    '<p><a href="https://soundcloud.com/a/b">Listen on SoundCloud</a></p>',
  ],
  [
    'a map',
    '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
    '<p><a href="https://www.google.com/maps/embed?pb=1">Open the map on Google Maps</a></p>',
  ],
  [
    'a chart',
    '<iframe title="Wheat prices" src="https://datawrapper.dwcdn.net/abc/1/"></iframe>',
    '<p><a href="https://datawrapper.dwcdn.net/abc/1/">Open the chart on Datawrapper: Wheat prices</a></p>',
  ],
  [
    'a page elsewhere',
    '<iframe src="https://www.x.example/a"></iframe>',
    '<p><a href="https://www.x.example/a">Open what x.example shows here</a></p>',
  ],
  [
    'a film',
    '<video controls poster="p.jpg"><source src="https://x.example/a.mp4"><p>old</p></video>',
    '<p><a href="https://x.example/a.mp4">Watch the video (MP4)</a></p>',
  ],
  [
    'a recording',
    '<audio src="https://x.example/a.mp3"></audio>',
    '<p><a href="https://x.example/a.mp3">Listen to the recording (MP3)</a></p>',
  ],
  [
    'a video in a list',
    '<ul><li>Look: <iframe src="https://youtu.be/z0AbBN9LD9Q"></iframe></li></ul>',
    `<ul><li>Look: ${YOUTUBE} </li></ul>`,
  ],
  [
    'a video whose number is none',
    '<iframe src="https://player.vimeo.com/video/1234567890123"></iframe>',
    '<p><a href="https://player.vimeo.com/video/1234567890123">Watch the video on Vimeo</a></p>',
  ],
])('%s becomes a link', (_, html, expected) => {
  expect(clean(`${html}<p>z</p>`)).toBe(`${expected}<p>z</p>`);
});

test.each([
  ['a pixel', '<iframe width="1" height="1" src="https://x.example/"></iframe>'],
  ['a hidden frame', '<iframe style="display: none" src="https://x.example/"></iframe>'],
  ['a counter', '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe>'],
  ['code', '<iframe src="javascript:alert(1)"></iframe>'],
  [
    'code behind YouTube’s name',
    '<iframe src="javascript:alert(1)//www.youtube.com/embed/z0AbBN9LD9Q"></iframe>',
  ],
  ['data', '<object data="data:text/html,<script>x()</script>"></object>'],
  ['a file of the reader', '<embed src="file:///etc/passwd">'],
  [
    'an address with a password',
    '<iframe src="https://www.youtube.com@x.example/embed/z0AbBN9LD9Q"></iframe>',
  ],
  ['nothing', '<iframe></iframe><video></video>'],
])('%s is not linked', (_, html) => {
  expect(clean(`${html}<p>z</p>`)).toBe('<p>z</p>');
});

test('an address inside an address leads nowhere else', () => {
  const html =
    '<iframe src="https://www.facebook.com/plugins/post.php?href=javascript:alert(1)"></iframe>' +
    '<iframe src="https://w.soundcloud.com/player/?url=https%3A//evil.example/a"></iframe>';
  expect([...clean(html).matchAll(/href="https:\/\/([^/]+)/g)].map(([, host]) => host)).toEqual([
    'www.facebook.com',
    'w.soundcloud.com',
  ]);
});

test('links are in the language of the story', () => {
  const html = '<iframe src="https://youtu.be/z0AbBN9LD9Q"></iframe>';
  expect(clean(html, 'fa')).toContain('>تماشای ویدئو در YouTube</a>');
  expect(clean(html, 'km')).toContain('>ទស្សនាវីដេអូនៅលើ YouTube</a>');
});
