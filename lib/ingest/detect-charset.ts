import chardet from 'chardet';

/** More than this teaches nothing new about how the bytes of a text look. */
export const SAMPLE = 65_536;

/** Guesses in which character set bytes are that are not UTF-8 and don't say it, or say it wrongly.
 *  Tags are looked over: they are ASCII in all of them. */
export function detectCharset(bytes: Uint8Array): string | undefined {
  const markup = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  const words = Buffer.from(markup.replace(/<[^<>]*>/g, ' '), 'latin1');
  const guess = chardet.analyse(words).find(({ name }) => !/^(?:UTF|ASCII|IBM|mbcs)/i.test(name));
  return guess?.name;
}
