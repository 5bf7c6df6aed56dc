import type { IncomingMessage, ServerResponse } from 'node:http';
import { setCommonHeaders } from '#lib/cache/finish-response.ts';
import type { Metrics } from '#lib/health/metrics.ts';
import { requestKind } from '#lib/health/request-kind.ts';

type Take = (request: IncomingMessage, response: ServerResponse) => boolean;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

type Departments = { files: Take; health: Take; live: Answer; pages: Answer; metrics: Metrics };

/** Hands each request to whom it concerns, and counts it when it is answered. */
export function answerRequests({ files, health, live, pages, metrics }: Departments): Answer {
  return (request, response) => {
    const began = performance.now();
    const kind = requestKind(request.url ?? '/');
    response.once('close', () => {
      metrics.count(kind, response.statusCode, (performance.now() - began) / 1000);
    });
    if (kind === 'live') {
      setCommonHeaders(response);
      live(request, response);
      return;
    }
    if (kind === 'health') {
      setCommonHeaders(response);
      if (health(request, response)) return;
    }
    if (files(request, response)) return;
    pages(request, response);
  };
}
