/** What every browser has and jsdom has not. Nothing is laid out there, so nothing is ever resized. */
class NoResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** The live streams that a page has open. A test speaks through them as the server does. */
export class TestStream extends EventTarget {
  static open: TestStream[] = [];
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    TestStream.open.push(this);
  }

  close(): void {
    TestStream.open = TestStream.open.filter((stream) => stream !== this);
  }
}

Object.assign(globalThis, {
  ResizeObserver: NoResizes,
  EventSource: TestStream,
  matchMedia: () => ({ matches: false }),
});
