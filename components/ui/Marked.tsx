import type { MarkedText } from '#lib/model/views.ts';

type Props = { text: MarkedText };

/** Text in which what the reader searched for is marked with <mark>, by weight as well as colour. */
export function Marked({ text }: Props) {
  let offset = 0;
  return text.map((piece) => {
    const key = offset;
    offset += piece.text.length;
    return piece.isMatch ? <mark key={key}>{piece.text}</mark> : piece.text;
  });
}
