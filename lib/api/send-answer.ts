import type { ServerResponse } from 'node:http';

/** Sends an answer of the API where there is no Next to do it. To HEAD, Node sends the headers alone. */
export async function sendAnswer(response: ServerResponse, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader('content-length', body.length);
  response.writeHead(answer.status).end(body);
}
