const tables = new Map<string, Map<string, number[]>>();

/** Writes a text in a character set. Node reads many and writes few, so the table is made by reading
 *  every byte and every two. */
export function encodeText(text: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (charset === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (charset === 'utf-32le') return encodeUtf32(text);
  if (charset === 'utf-32be') return encodeUtf32(text).swap32();
  if (charset === 'iso-2022-jp') return encodeIso2022(text);
  const table = tableOf(charset);
  return Buffer.from([...text].flatMap((letter) => table.get(letter) ?? missing(letter, charset)));
}

function missing(letter: string, charset: string): never {
  throw new Error(`There is no “${letter}” in ${charset}.`);
}

function tableOf(charset: string): Map<string, number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  const add = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first += 1) add([first]);
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) add([first, second]);
  }
  tables.set(charset, table);
  return table;
}

function encodeUtf32(text: string): Buffer {
  const bytes = Buffer.alloc([...text].length * 4);
  [...text].forEach((letter, index) => {
    bytes.writeUInt32LE(letter.codePointAt(0) ?? 0, index * 4);
  });
  return bytes;
}

/** The same two bytes as in EUC-JP, without their highest bit, between escapes. */
function encodeIso2022(text: string): Buffer {
  return Buffer.concat(
    (text.match(/[\0-\x7f]+|[^\0-\x7f]+/g) ?? []).map((run) => {
      if (run.charCodeAt(0) < 0x80) return Buffer.from(run);
      const bytes = encodeText(run, 'euc-jp').map((byte) => byte & 0x7f);
      return Buffer.concat([Buffer.from('\x1b$B'), bytes, Buffer.from('\x1b(B')]);
    }),
  );
}
