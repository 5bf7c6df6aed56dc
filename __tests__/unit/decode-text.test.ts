import { expect, test } from '@jest/globals';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { encodeText } from './encode-text.ts';

const RUSSIAN =
  'Ночные паромы возвращаются в порт Марен: первое судно отойдёт от причала в полночь, сообщила в среду администрация порта. Билеты продают с понедельника.';
const JAPANESE =
  'マレン港の夜間フェリーが水曜日に再開される。最初の船は真夜中に出港すると港湾局が発表した。切符は月曜日から販売されている。';
const CHINESE =
  '马伦港的夜间渡轮将于星期三恢复运营。港务局表示，第一班船将在午夜离开码头，船票从星期一开始出售。';
const TAIWANESE =
  '馬倫港的夜間渡輪將於星期三恢復營運。港務局表示，第一班船將在午夜離開碼頭，船票從星期一開始出售。';
const KOREAN =
  '마렌 항의 야간 여객선이 수요일에 다시 운항한다. 첫 배는 자정에 출항한다고 항만청이 밝혔다. 표는 월요일부터 판매된다.';
const FRENCH =
  'Les traversées de nuit reprennent à Port Maren : « le premier bateau partira à minuit », a déclaré l’autorité portuaire. Réservez dès lundi, même à l’étranger.';
const GREEK =
  'Τα νυχτερινά πλοία επιστρέφουν στο λιμάνι. Το πρώτο πλοίο αναχωρεί τα μεσάνυχτα, ανακοίνωσε την Τετάρτη η λιμενική αρχή.';

const XML = (words: string, encoding = '') =>
  `<?xml version="1.0"${encoding && ` encoding="${encoding}"`}?>\n<rss><title>${words}</title></rss>`;

const cases: [string, string][] = [
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
  ['iso-8859-5', RUSSIAN],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['iso-2022-jp', JAPANESE],
  ['gb18030', CHINESE],
  ['big5', TAIWANESE],
  ['euc-kr', KOREAN],
  ['windows-1252', FRENCH],
  ['windows-1253', GREEK],
  ['utf-8', RUSSIAN],
  ['utf-16le', RUSSIAN],
  ['utf-16be', JAPANESE],
  ['utf-32le', CHINESE],
  ['utf-32be', FRENCH],
];

test.each(cases)('%s is read, declared or not, and where the label is wrong', (charset, words) => {
  for (const label of [charset, '', 'utf-8', 'iso-8859-1', 'x-unheard-of']) {
    const text = XML(words, label);
    expect({ label, text: decodeText(encodeText(text, charset)) }).toEqual({ label, text });
  }
  const story = `---\ntitle: x\n---\n${words}`;
  expect(decodeText(encodeText(story, charset))).toBe(story);
  expect(decodeText(encodeText(story, charset), charset)).toBe(story);
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\ufeff<rss>é</rss>'), '<rss>é</rss>'],
  ['UTF-16 with its mark', encodeText('\ufeffé', 'utf-16be'), 'é'],
  ['UTF-16 with its mark, the other way', encodeText('\ufeffé', 'utf-16le'), 'é'],
  ['UTF-32 with its mark', encodeText('\ufeffé', 'utf-32le'), 'é'],
  ['zeros and controls', Buffer.from('<title>Fer\0ri\x08es\x1f</title>'), '<title>Ferries</title>'],
  ['line ends of three systems', Buffer.from('a\r\nb\rc\nd'), 'a\nb\nc\nd'],
  ['nothing', Buffer.alloc(0), ''],
  [
    'UTF-8 that was cut inside a letter',
    Buffer.from('Été à la mer, où').subarray(0, -1),
    'Été à la mer, o\ufffd',
  ],
])('%s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text);
});

test('what the server says counts where the text says nothing', () => {
  const bytes = encodeText('<p>Ürün</p>', 'windows-1254');
  expect(decodeText(bytes, 'windows-1254')).toBe('<p>Ürün</p>');
  const few = encodeText('<p>Да</p>', 'koi8-r');
  expect(decodeText(few, 'koi8-r')).toBe('<p>Да</p>');
});

test('what the text says of itself counts before what the server says', () => {
  const text = XML('Łódź', 'iso-8859-2');
  expect(decodeText(encodeText(text, 'iso-8859-2'), 'windows-1252')).toBe(text);
});

test('bytes that are no text are none', () => {
  expect(decodeText(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)))).toBeNull();
});

test('bytes that make a search for tags long are read in a moment', () => {
  const bytes = Buffer.concat([Buffer.alloc(5_000_000, '<'), Buffer.from([0xe9, 0xff])]);
  const start = performance.now();
  decodeText(bytes, 'iso-8859-1');
  expect(performance.now() - start).toBeLessThan(5000);
});
