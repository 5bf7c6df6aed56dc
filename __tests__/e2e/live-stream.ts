/** What a live stream has told, as a program hears it. */
export type Heard = { event: string; id: string; data: { id: string; text?: string } };

export type LiveStream = {
  heard: Heard[];
  /** Whether it is still open. */
  isOpen(): boolean;
  /** The last time that anything came, a comment too: milliseconds since the epoch. */
  lastSign(): number;
  close(): void;
};

/** Opens `/api/live` of an instance. `lastEventId` is where it goes on. */
export async function openStream(url: string, lang: string, lastEventId = ''): Promise<LiveStream> {
  const abort = new AbortController();
  const answer = await fetch(`${url}/api/live?lang=${lang}`, {
    headers: lastEventId ? { 'last-event-id': lastEventId } : {},
    signal: abort.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}.`);
  const heard: Heard[] = [];
  let isOpen = true;
  let lastSign = Date.now();
  let rest = '';

  async function listen(body: ReadableStream<Uint8Array>): Promise<void> {
    for await (const chunk of body.pipeThrough(new TextDecoderStream() as never)) {
      lastSign = Date.now();
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.split(':')[0], line.replace(/^[^:]*: ?/, '')]),
        );
        const event = fields.get('event');
        if (!event) continue;
        const data = JSON.parse(fields.get('data') ?? '{}');
        heard.push({ event, id: fields.get('id') ?? '', data });
      }
    }
  }

  listen(answer.body)
    .catch(() => {})
    .finally(() => {
      isOpen = false;
    });
  return {
    heard,
    isOpen: () => isOpen,
    lastSign: () => lastSign,
    close: () => abort.abort(),
  };
}
