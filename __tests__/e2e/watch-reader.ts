import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test';

/** Notes everything that goes wrong in a reader's browser, whatever the test looks at: errors in
 *  the console (a broken security policy is one), uncaught exceptions, requests that fail, and any
 *  request to another host. Answers the sentences, which are none if all went well. */
export function watchReader(context: BrowserContext, site: string): string[] {
  const troubles: string[] = [];
  const isOwn = (url: string) => url.startsWith(`${site}/`) || /^(?:data|blob|about):/.test(url);

  context.on('console', (message) => {
    if (message.type() === 'error' && !isStatusOfPage(message)) {
      troubles.push(`The console says: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => {
    troubles.push(`Uncaught: ${error.error().stack ?? error.error().message}`);
  });
  context.on('request', (request) => {
    if (!isOwn(request.url())) troubles.push(`Another host is asked: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    if (!isLeftBehind(request)) {
      troubles.push(`Failed: ${request.url()} (${request.failure()?.errorText})`);
    }
  });
  context.on('response', (response) => {
    const isExpected = response.request().isNavigationRequest() && response.status() < 500;
    if (response.status() >= 400 && !isExpected) {
      troubles.push(`Status ${response.status()}: ${response.url()}`);
    }
  });
  return troubles;
}

/** Chromium reports the status of a page that is not found, is gone, or wants a sign-in, as an error
 *  of that page. */
function isStatusOfPage(message: ConsoleMessage): boolean {
  return (
    /^Failed to load resource: the server responded with a status of 4(?:01|04|10)/.test(
      message.text(),
    ) && message.location().url === message.page()?.url()
  );
}

/** What a page was still fetching when the reader went on to the next is broken off. */
function isLeftBehind(request: Request): boolean {
  return request.failure()?.errorText === 'net::ERR_ABORTED';
}
