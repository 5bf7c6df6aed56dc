import { DatabaseSync } from 'node:sqlite';
import type { WriteWatch } from '../engine.ts';

/** `PRAGMA data_version` changes when any other connection has committed, in this process or in
 *  another, and costs microseconds to ask. */
export function watchFile(file: string): WriteWatch {
  const connection = new DatabaseSync(file, { readOnly: true });
  const ask = connection.prepare('PRAGMA data_version');
  let seen: unknown;
  return {
    areNew() {
      const version = ask.get()?.data_version;
      const isNew = version !== seen;
      seen = version;
      return isNew;
    },
    close: async () => connection.close(),
  };
}
