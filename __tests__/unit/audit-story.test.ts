import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readBody } from '#lib/ingest/body.ts';
import { readMarkdown } from '#lib/ingest/read-markdown.ts';
import { isStory } from '#lib/ingest/reading.ts';
import type { ArticleInput } from '#lib/model/article-input.ts';
import type { Finding } from '#lib/model/finding.ts';
import { auditStory } from '#lib/text/audit/audit-story.ts';
import { seenByReaders } from '#lib/text/audit/seen-by-readers.ts';

function audit(story: Partial<ArticleInput>, lang = 'en'): Finding[] {
  const input = {
    headline: 'Night ferries return',
    body: '<p>Words.</p>',
    ...story,
  } as ArticleInput;
  const { came, kept } = readBody(input, lang);
  return auditStory({ lang, input, came: seenByReaders(came), kept });
}

const told = (findings: Finding[]) => findings.map(({ rule, severity }) => `${severity} ${rule}`);

const PHOTO = { url: 'https://x.example/quay.jpg', alt: '', caption: '', credit: '' };
const KHMER = 'ក្រុមប្រឹក្សាក្រុងបានសម្រេចថាសាឡាងពេលយប់នឹងបើកដំណើរការឡើងវិញនៅសប្តាហ៍ក្រោយ';
const PERSIAN = 'شورای شهر تصمیم گرفت که کشتی‌های شبانه از هفتهٔ آینده دوباره به راه بیفتند';

test.each<[string, Partial<ArticleInput>, string[]]>([
  ['nothing', {}, []],
  [
    'a picture over the story without a description',
    { image: PHOTO },
    ['serious image-description-missing'],
  ],
  ['a picture that is described', { image: { ...PHOTO, alt: 'A ferry at the quay' } }, []],
  [
    'a file name',
    { image: { ...PHOTO, alt: 'DSC_0042.JPG' } },
    ['serious image-description-suspicious'],
  ],
  [
    'the name of a camera’s file',
    { image: { ...PHOTO, alt: 'IMG_2031' } },
    ['serious image-description-suspicious'],
  ],
  [
    'a name made of joined words',
    { image: { ...PHOTO, alt: 'quay-front-final' } },
    ['serious image-description-suspicious'],
  ],
  ['digits alone', { image: { ...PHOTO, alt: '2031' } }, ['serious image-description-suspicious']],
  [
    'a placeholder',
    { image: { ...PHOTO, alt: 'Untitled' } },
    ['serious image-description-suspicious'],
  ],
  [
    'a Khmer placeholder',
    { image: { ...PHOTO, alt: 'រូបភាព' } },
    ['serious image-description-suspicious'],
  ],
  [
    'what every screen reader says',
    { image: { ...PHOTO, alt: 'Image of a ferry' } },
    ['minor image-description-suspicious'],
  ],
  [
    'the same in Persian',
    { image: { ...PHOTO, alt: 'تصویری از یک کشتی' } },
    ['minor image-description-suspicious'],
  ],
  [
    'the caption again',
    { image: { ...PHOTO, alt: 'At sea.', caption: 'At sea' } },
    ['minor image-description-suspicious'],
  ],
  [
    'a description without end',
    { image: { ...PHOTO, alt: 'A ferry and '.repeat(30) } },
    ['minor image-description-suspicious'],
  ],
  ['a headline in capitals', { headline: 'NIGHT FERRIES RETURN' }, ['minor text-in-capitals']],
  ['abbreviations', { headline: 'NATO, EU and UN meet' }, []],
  ['a headline twice', { standfirst: 'Night ferries return.' }, ['minor headline-repeated']],
])('of the head of a story: %s', (_, story, expected) => {
  expect(told(audit(story))).toEqual(expected);
});

test.each<[string, string, string[]]>([
  [
    'a picture without a description',
    '<p>a</p><img src="/a.jpg">',
    ['serious image-description-missing'],
  ],
  ['a decorative picture', '<p>a</p><img src="/a.jpg" alt="">', []],
  ['one hidden from screen readers', '<p>a</p><img src="/a.jpg" role="presentation">', []],
  [
    'a decorative picture with a caption',
    '<p>a</p><figure><img src="/a.jpg" alt=""><figcaption>c</figcaption></figure>',
    ['minor image-description-missing'],
  ],
  [
    'a pixel that counts readers',
    '<p>a</p><img src="https://x.example/t" width="1" height="1">',
    [],
  ],
  [
    '“click here”',
    '<p>Look <a href="https://x.example/">Click here!</a></p>',
    ['minor link-text-vague'],
  ],
  [
    'the same in Persian',
    '<p>a <a href="https://x.example/">اینجا</a></p>',
    ['minor link-text-vague'],
  ],
  [
    'the same in Khmer',
    '<p>a <a href="https://x.example/">ចុចទីនេះ</a></p>',
    ['minor link-text-vague'],
  ],
  [
    'a long address',
    '<p>a <a href="https://x.example/a">https://x.example/a/very/long/one?x=1</a></p>',
    ['minor link-text-address'],
  ],
  ['the name of a site', '<p>a <a href="https://x.example/a">www.x.example</a></p>', []],
  [
    'one text, two places',
    '<p><a href="https://x.example/a">Report</a> <a href="https://x.example/b">report</a></p>',
    ['minor link-text-ambiguous'],
  ],
  [
    'one text, one place',
    '<p><a href="https://x.example/a">Report</a> <a href="https://x.example/a">report</a></p>',
    [],
  ],
  [
    'a picture that links to its file',
    '<p>a <a href="https://x.example/a-large.jpg"><img src="/a.jpg" alt=""></a></p>',
    [],
  ],
  [
    'a title in another script',
    `<p>a</p><p>${KHMER}</p><p>${'word '.repeat(60)}</p>`,
    ['minor language-missing'],
  ],
  [
    'a picture as a link that leads nowhere named',
    '<p>a <a href="https://x.example/"><img src="/a.jpg" alt=""></a></p>',
    ['serious link-without-text'],
  ],
  ['a skipped heading', '<h2>a</h2><p>b</p><h4>c</h4><p>d</p>', ['minor heading-skipped']],
  ['headings that begin low', '<h3>a</h3><p>b</p><h4>c</h4><p>d</p>', []],
  ['a bold line', '<p><strong>On the quay</strong></p><p>Words.</p>', ['minor heading-not-marked']],
  ['a bold sentence', '<p><strong>Nobody was hurt.</strong></p><p>Words.</p>', []],
  [
    'a sentence in capitals',
    '<p>He said: THE COUNCIL HAS LIED TO ALL OF US ABOUT THIS.</p>',
    ['minor text-in-capitals'],
  ],
  ['a dateline', '<p>PORT MAREN — The ferry left.</p>', []],
  [
    'a paragraph of another script',
    `<p>a</p><p>${KHMER} ${KHMER}</p><p>${'word '.repeat(60)}</p>`,
    ['serious language-missing'],
  ],
  ['one that says its language', `<p>a</p><p lang="km">${KHMER}</p>`, []],
  ['one that says it in XML’s way', `<p>a</p><p xml:lang="km">${KHMER}</p>`, []],
  ['one whose box says it', `<p>a</p><blockquote lang="km"><p>${KHMER}</p></blockquote>`, []],
  [
    'a passage in a long paragraph',
    `<p>${'word '.repeat(40)} ${PERSIAN}</p>`,
    ['minor language-missing'],
  ],
  ['a name of another script', '<p>The river, ទន្លេមេគង្គ, rose.</p>', []],
  ['a whole story of another script', `<p>${KHMER}</p><p>${KHMER}</p>`, ['serious language-wrong']],
  [
    'colour that the text points at',
    '<p>The dates in red are new.</p><p><span style="color:#c00">7 May</span> 9 May</p>',
    ['serious colour-alone'],
  ],
  [
    'colour with bold',
    '<p>The dates in red are new: <b><font color="red">7 May</font></b></p>',
    [],
  ],
  [
    'colour for its own sake',
    '<p><font color="#cc0000">7 May</font> and 9 May, says the Red Cross</p>',
    ['minor colour-alone'],
  ],
  ['black that is written down', '<p><span style="color: rgb(0, 0, 0)">7 May</span></p>', []],
  [
    'a coloured empty cell',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td bgcolor="#0f0"></td></tr></table>',
    ['serious colour-alone'],
  ],
  [
    'a table without headers',
    '<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>',
    ['serious table-without-headers'],
  ],
  [
    'a table whose first row is bold',
    '<table><tr><td><b>a</b></td><td><b>b</b></td></tr><tr><td>c</td><td>2</td></tr></table>',
    [],
  ],
  ['a table that only lays out', '<table><tr><td><p>Words.</p></td></tr></table>', []],
  [
    'a video without captions',
    '<p>a</p><video src="https://x.example/a.mp4"></video>',
    ['minor media-without-captions'],
  ],
  [
    'a video with captions',
    '<p>a</p><video src="https://x.example/a.mp4"><track kind="captions" src="a.vtt"></video>',
    [],
  ],
  ['the headline again', '<h2>Night ferries return</h2><p>Words.</p>', ['minor headline-repeated']],
  [
    'what no reader sees',
    `<script>THE COUNCIL HAS LIED TO ALL OF US ABOUT THIS</script><p>a</p>`,
    [],
  ],
])('of the text: %s', (_, body, expected) => {
  expect(told(audit({ body }))).toEqual(expected);
});

test('colours in Persian and Khmer', () => {
  const body = '<p>تاریخ‌های قرمز رنگ تازه‌اند: <span style="color:red">هفتم</span></p>';
  expect(told(audit({ headline: 'کشتی‌ها', body }, 'fa'))).toEqual(['serious colour-alone']);
  const khmer = '<p>ថ្ងៃពណ៌ក្រហមគឺថ្មី <span style="color:red">ទី៧</span></p>';
  expect(told(audit({ headline: 'សាឡាង', body: khmer }, 'km'))).toEqual(['serious colour-alone']);
});

test('a finding says what is wrong, where, and what to do', () => {
  const [finding] = audit({ body: '<p>a</p><p>See <a href="https://x.example/">here</a></p>' });
  expect(finding).toEqual({
    rule: 'link-text-vague',
    severity: 'minor',
    where: { kind: 'body', excerpt: 'here', index: 0 },
    message:
      'The link “here” to https://x.example/ doesn’t say where it leads. Link words that do, such as the name of the page.',
  });
});

test('the serious come first, and no rule buries the others', () => {
  const links = '<a href="https://x.example/">here</a> '.repeat(50);
  const findings = audit({ body: `<p>${links}</p><img src="/a.jpg">` });
  expect(told(findings).slice(0, 2)).toEqual([
    'serious image-description-missing',
    'minor link-text-vague',
  ]);
  expect(findings).toHaveLength(21);
});

test.each([
  ['dots', `<p>${'a.'.repeat(200_000)}</p>`],
  ['marks', `<p><a href="https://x.example/">${'!'.repeat(200_000)}x</a></p>`],
  ['capitals and digits', `<p>${'A1'.repeat(100_000)}a</p>`],
  ['colours', '<span style="color:red">a</span> '.repeat(5_000)],
  ['pictures', '<p>a</p>'.concat('<img src="/a.jpg">'.repeat(5_000))],
  ['spaces in a style', `<p><span style="${'; '.repeat(100_000)}">a</span></p>`],
  ['tables', '<p>Table 1: a</p><table><tr><td>a</td><td>b</td></tr></table>'.repeat(1_000)],
])('a text made to be slow is audited in time: %s', (_, body) => {
  const { came, kept } = readBody({ body } as ArticleInput, 'en');
  const input = { headline: 'Night ferries return' };
  const seen = seenByReaders(came);
  const start = performance.now();
  auditStory({ lang: 'en', input, came: seen, kept });
  expect(performance.now() - start).toBeLessThan(1500);
});

test.each(['en', 'fa', 'km'])('the sample edition has nothing serious (%s)', (lang) => {
  const folder = path.join('sample', lang);
  for (const file of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const document = { place: file, fileName: file, text, pictures: null };
    const [reading] = [readMarkdown(document, { lang, edition: 'en' })].flat();
    if (!reading || !isStory(reading)) throw new Error(`${file} is no story`);
    const { came, kept } = readBody(reading.input, lang);
    const findings = auditStory({ lang, input: reading.input, came: seenByReaders(came), kept });
    expect({ file, findings }).toEqual({ file, findings: [] });
  }
});
