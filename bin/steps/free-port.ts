import { createServer } from 'node:net';
import { StepError } from '../bootstrap.js';

/** Stops with a sentence where the server could not listen. */
export async function requireFreePort({ host, port }: { host: string; port: number }) {
  const probe = createServer();
  const code = await new Promise<string | undefined>((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (code) throw new StepError(sentenceFor(code, host, port));
}

function sentenceFor(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES') {
    return `This user may not use port ${port}. Choose one above 1023: PORT=3000 npm start`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST “${host}” is no address of this machine. Leave it out, or use 0.0.0.0 for all addresses.`;
  }
  return `The server can't listen on ${host}:${port} (${code}).`;
}
