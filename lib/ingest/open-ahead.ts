/** Opens each source in its turn, and the next one already while this one is taken in: a disk or a
 *  line is waited for while there is something else to do. `open` must not throw. */
export function* openAhead<Source, Item>(
  sources: readonly Source[],
  open: (source: Source) => AsyncGenerator<Item>,
): Generator<AsyncIterable<Item>> {
  const begun: AsyncIterable<Item>[] = [];
  for (const source of sources) {
    begun.push(begin(open(source)));
    const ready = begun.length > 1 && begun.shift();
    if (ready) yield ready;
  }
  yield* begun;
}

/** Asks for the first item at once. */
function begin<Item>(items: AsyncGenerator<Item>): AsyncIterable<Item> {
  const first = items.next();
  return {
    async *[Symbol.asyncIterator]() {
      for (let next = await first; !next.done; next = await items.next()) yield next.value;
    },
  };
}
