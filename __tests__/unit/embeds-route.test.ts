import { expect, test } from '@jest/globals';
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { GET } from '../../app/embeds/[provider]/[id]/route.ts';

const ask = (provider: string, id: string, query = '') =>
  GET(new Request(`http://localhost:3000/embeds/x/y${query}`), {
    params: Promise.resolve({ provider, id }),
  });

/** The page as a browser reads it: its elements by name. */
async function readPage(answer: Response): Promise<(tagName: string) => Element[]> {
  const tree = unified()
    .use(rehypeParse)
    .parse(await answer.text());
  return (tagName) => {
    const found: Element[] = [];
    visit(tree, 'element', (node) => {
      if (node.tagName === tagName) found.push(node);
    });
    return found;
  };
}

const one = (elements: Element[]) => {
  expect(elements).toHaveLength(1);
  return elements[0] as Element;
};

test.each([
  ['en', 'ltr', 'Load the video from YouTube', 'YouTube then learns that you are here.'],
  ['fa', 'rtl', 'نمایش ویدئو از YouTube', 'با این کار، YouTube از بازدید شما باخبر می‌شود.'],
  ['km', 'ltr', 'បើកវីដេអូពី YouTube', 'បន្ទាប់មក YouTube នឹងដឹងថាអ្នកកំពុងមើលទំព័រនេះ។'],
])(
  'in %s a frame shows one link to the player, and what that tells',
  async (lang, dir, load, warning) => {
    const answer = await ask('youtube', 'z0AbBN9LD9Q', `?lang=${lang}`);
    expect(answer.status).toBe(200);
    const elements = await readPage(answer);
    expect(one(elements('html')).properties).toEqual({ lang, dir });
    expect(textOf(one(elements('title')))).toBe(load);
    const link = one(elements('a'));
    expect(link.properties).toEqual({ href: 'https://www.youtube-nocookie.com/embed/z0AbBN9LD9Q' });
    expect(textOf(link).trim().split('\n')).toEqual([load, warning]);
    expect(textOf(one(elements('body'))).trim()).toBe(textOf(link).trim());
  },
);

test('a frame asks nothing of anybody but a style sheet of ours', async () => {
  const answer = await ask('vimeo', '76979871', '?lang=en');
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; frame-src https://player.vimeo.com; " +
      "frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  );
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
  const elements = await readPage(answer);
  expect(one(elements('a')).properties.href).toBe('https://player.vimeo.com/video/76979871?dnt=1');
  expect(one(elements('link')).properties).toEqual({ rel: ['stylesheet'], href: '/player.css' });
  for (const name of ['script', 'style', 'img', 'iframe', 'form']) {
    expect(elements(name)).toEqual([]);
  }
});

test.each([
  ['no language', '', 'en'],
  ['a language that Lede has no edition in', '?lang=de', 'en'],
  ['a language that is none', '?lang="><script>', 'en'],
  ['the name of a method', '?lang=toString', 'en'],
  ['two languages', '?lang=fa&lang=km', 'fa'],
])('asked in %s', async (_, query, lang) => {
  const elements = await readPage(await ask('youtube', 'z0AbBN9LD9Q', query));
  expect(one(elements('html')).properties.lang).toBe(lang);
  expect(elements('script')).toEqual([]);
});

test.each([
  ['a player that is not known', 'dailymotion', 'x8abcde'],
  ['the name of a method', 'constructor', 'z0AbBN9LD9Q'],
  ['an id that is too short', 'youtube', 'z0AbBN9LD9'],
  ['an id that is too long', 'youtube', 'z0AbBN9LD9QQ'],
  ['a second line', 'youtube', 'z0AbBN9LD9Q\n'],
  ['another path', 'youtube', '../../a/b/c'],
  ['a query of its own', 'vimeo', '7?h=1'],
  ['letters for a number', 'vimeo', 'z0AbBN9LD9Q'],
  ['a list', 'youtube', 'videoseries'],
  ['a channel', 'youtube', 'live_stream'],
  ['markup', 'youtube', '"><script>x'],
  ['nothing', 'vimeo', ''],
])('%s is no video', async (_, provider, id) => {
  const answer = await ask(provider, id, '?lang=fa');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('content-security-policy')).toContain("frame-src 'none'");
  const elements = await readPage(answer);
  expect(one(elements('html')).properties).toEqual({ lang: 'fa', dir: 'rtl' });
  expect(textOf(one(elements('p')))).toBe('در این نشانی ویدئویی وجود ندارد.');
  expect([...elements('a'), ...elements('script')]).toEqual([]);
});
