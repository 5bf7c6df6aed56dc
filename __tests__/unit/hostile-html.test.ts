import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { parseHtml, writeHtml } from '#lib/text/html-tree.ts';
import { parseMarkdown } from '#lib/text/markdown.ts';
import { finishHtml, sanitise, sanitiseTree } from '#lib/text/sanitise.ts';
import { corpus } from '../corpora.ts';
import { HOSTILE, type Vector } from '../hostile-vectors.ts';
import { testWith } from '../test-with.ts';
import { dangersIn } from './html-audit.ts';

// Several hundred vectors take their time on a busy machine.
jest.setTimeout(60_000);

/** Checks each vector as HTML and inside Markdown: nothing dangerous comes out, and a browser that
 *  reads the result gets the same elements that we wrote. */
function expectHarmless(vectors: Vector[]): void {
  for (const { name, input } of vectors) {
    const written = [
      sanitise(input, 'en'),
      sanitise(`<p>a</p>${input}<p>z</p>`, 'en'),
      finishHtml(sanitiseTree(parseMarkdown(`Words\n\n${input}\n\nmore`, 'en'), 'en'), 'en'),
    ];
    for (const html of written) {
      expect({ name, dangers: dangersIn(html) }).toEqual({ name, dangers: [] });
      expect({ name, html: writeHtml(parseHtml(html)) }).toEqual({ name, html });
    }
  }
}

test('the audit sees what it should', () => {
  const hostile = '<p onclick=x><a href="javascript:x">a</a><script>x</script><img src=x id=main>';
  expect(dangersIn(hostile)).toEqual([
    'p[onClick]',
    'href=javascript:x',
    '<script>',
    'src=x',
    'id=main',
  ]);
});

test('of frames the audit passes ours alone', () => {
  const ours = sanitise('<iframe src="https://youtu.be/z0AbBN9LD9Q"></iframe>', 'en');
  expect(ours).toContain('<iframe');
  expect(dangersIn(ours)).toEqual([]);
  for (const [part, instead] of [
    ['src="/embeds/', 'src="https://evil.example/embeds/'],
    ['src="/embeds/', 'src="//embeds/'],
    ['?lang=en', '?lang=en&to=https://evil.example'],
    ['z0AbBN9LD9Q', '../../api/live'],
    ['allow-popups ', 'allow-popups allow-top-navigation '],
    [/ sandbox="[^"]*"/, ''],
    ['fullscreen https', 'camera https'],
    ['title=', 'srcdoc='],
    ['loading=', 'name="x" loading='],
  ] as const) {
    const theirs = ours.replace(part, instead);
    expect(theirs).not.toBe(ours);
    expect({ theirs, dangers: dangersIn(theirs).length }).toEqual({ theirs, dangers: 1 });
  }
});

test('attacks that come to mind', () => {
  expectHarmless(
    [
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
      '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
      '<a href="&#106;avascript&colon;alert(1)">x</a>',
      '<a href=" javascript:alert(1)">x</a>',
      '<a href="vbscript:x">x</a><a href="data:text/html,x">y</a>',
      '<base href="https://x.example/"><a href="/x">x</a>',
      '<meta http-equiv=refresh content="0;url=https://x.example">',
      '<link rel=stylesheet href="https://x.example/x.css">',
      '<div style="position:fixed;inset:0"><a id=main name=settings href="/x">x</a></div>',
      '<template><script>alert(1)</script></template>',
      '<textarea><script>alert(1)</script></textarea><title><img src=x onerror=alert(1)></title>',
      '<details open ontoggle=alert(1)>x</details><dialog open>y</dialog>',
      '<video><source onerror=alert(1) src=x></video><audio src=x onerror=alert(1)>',
      '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
      '<iframe src="/embeds/youtube/z0AbBN9LD9Q?lang=en&x=1" srcdoc="<script>alert(1)</script>" onload=alert(1) name=main></iframe>',
      '<iframe src="https://www.youtube.com/embed/z0AbBN9LD9Q" title="&quot;><script>alert(1)</script>" srcdoc=x onload=alert(1) sandbox allow="camera *"></iframe>',
      '<figure class="embed"><iframe src="/api/live"></iframe><figcaption><a class="embed" href="javascript:alert(1)">x</a></figcaption></figure>',
      '<p><a class="embed" href="https://www.youtube.com/embed/..%2f..%2fa">x</a></p>',
      '<input autofocus onfocus=alert(1)><button formaction="javascript:alert(1)">x</button>',
      '<table background="javascript:x"><tr><td background="javascript:x">a</td></tr></table>',
      '<x-element is="x" onclick=alert(1)>a</x-element>',
      '<p>]]><!--><script>alert(1)</script--></p>',
      '[a](javascript:alert(1)) [b](<java\nscript:x>) ![c](javascript:x) <javascript:alert(1)>',
    ].map((input) => ({ name: input, input })),
  );
});

for (const { name, from, read } of HOSTILE) {
  testWith(
    from,
    name,
  )(() => {
    const vectors = read(from.folder);
    expect(vectors.length).toBeGreaterThan(60);
    expectHarmless(vectors);
  });
}

const naughty = corpus('languages/naughty-strings');
testWith(
  naughty,
  'every naughty string',
)(() => {
  const file = path.join(naughty.folder, 'blns.json');
  const strings: string[] = JSON.parse(readFileSync(file, 'utf8'));
  expect(strings.length).toBeGreaterThan(400);
  expectHarmless(strings.map((input) => ({ name: input, input })));
});
