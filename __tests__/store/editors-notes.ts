/** What a file of a wire says to editors, in pieces long enough that a story would not hold them by
 *  chance. Found without our own readers, so that both can't miss the same. */
export function editorsNotesIn(text: string): string[] {
  // A correction may tell editors which line of the text was wrong, and the line stands in both.
  const [main = ''] = /<section class="main.*<\/section>/s.exec(text) ?? [];
  const printed = main.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
  const notes = [
    ...[...text.matchAll(/<edNote\b[^>]*>(.*?)<\/edNote>/gs)].map(([, note = '']) => note),
    ...[...text.matchAll(/"(?:ednote|edNote|embargoedreason)"\s*:\s*("(?:[^"\\]|\\.)*")/g)].map(
      ([, note = '""']) => String(JSON.parse(note)),
    ),
  ];
  return notes
    .flatMap((note) => note.replace(/&lt;/g, '<').split(/<[^>]*>|\n|(?<=[.:!?])\s/))
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece.length > 30 && !printed.includes(piece));
}
