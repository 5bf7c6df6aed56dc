import type { Terminal } from './terminal.ts';

const WIDTH = 30;
/** Back to the start of the line and clear it. */
const CLEAR = '\r\u001b[K';

export type ProgressBar = {
  show(progress: { done: number; total: number }): void;
  clear(): void;
};

/** A bar that grows in one line, for a person who watches; nothing elsewhere. */
export function progressBar({ live }: Terminal, unit: string): ProgressBar {
  if (!live) return { show: () => {}, clear: () => {} };
  return {
    show({ done, total }) {
      const filled = Math.round((WIDTH * done) / Math.max(total, 1));
      const bar = '█'.repeat(filled).padEnd(WIDTH, '░');
      live.write(`${CLEAR}${bar} ${done} of ${total} ${unit}`);
    },
    clear: () => live.write(CLEAR),
  };
}
