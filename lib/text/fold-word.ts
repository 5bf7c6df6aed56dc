/** Letters whose plain form Unicode doesn't give by decomposition. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ς: 'σ',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  // Arabic and Persian keyboards type other code points for the same letter; ى and ة are read as
  // ی and ه by most who search. (أ, إ, آ, ؤ, ئ and ۀ lose their marks by decomposition.)
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  // Khmer vowels typed in two halves, letters that Unicode has retired, and the subscript of ដ,
  // which looks like that of ត and is written for it as often as not.
  'េា': 'ោ',
  'េី': 'ើ',
  ឣ: 'អ',
  ឤ: 'អា',
  '្ដ': '្ត',
};

const plainForms = new RegExp(Object.keys(PLAIN).join('|'), 'gu');

/** Marks that a reader leaves out when searching: accents over Latin, Greek and Cyrillic letters,
 *  vowel signs and hamza in Arabic script. Elsewhere marks are vowels and stay. */
const lightMarks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}])\p{Mn}+/gu;

/** Invisible characters, the tatweel that only stretches a word, and the inherent vowels of Khmer
 *  that show nothing. */
const invisible = /[\p{Cf}\u0640\u17b4\u17b5]/gu;

/** Where each block of ten digits begins. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0];

/** The form of a word, or of one character of it, under which it is found: however it was typed,
 *  capital or small, with accents or without, in whichever digits. */
export function foldWord(word: string): string {
  return /^[a-zA-Z0-9]+$/.test(word) ? word.toLowerCase() : foldLetters(word);
}

function foldLetters(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(invisible, '')
    .replace(lightMarks, '')
    .normalize('NFC')
    .replace(plainForms, (letter) => PLAIN[letter] ?? letter)
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.findLast((start) => start <= point) ?? 0;
  return point - zero < 10 ? String(point - zero) : digit;
}
