import { createContext, Script } from 'node:vm';

/** A story whose text takes so long to read was not written by an editor. */
export class TooSlowError extends Error {
  override name = 'TooSlowError';
}

const PATIENCE = 2000;

const script = new Script('task()');
const box: { task: (() => unknown) | null } = { task: null };
const context = createContext(box);

/** Runs a task that does not wait for anything, and breaks it off after two seconds: parsers of
 *  Markdown and HTML take time that grows with the square of what some texts nest or repeat, and
 *  nothing else happens in this process meanwhile. Throws TooSlowError. */
export function withinTime<Result>(task: () => Result): Result {
  const before = box.task;
  box.task = task;
  try {
    return script.runInContext(context, { timeout: PATIENCE });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TooSlowError(
      'Its text is nested or marked up so often that it can’t be read in time.',
    );
  } finally {
    box.task = before;
  }
}
