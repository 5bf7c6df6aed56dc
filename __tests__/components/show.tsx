import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

/** Shows a page as a reader gets it: as HTML from the server, then taken over by React. A
 *  difference between the two fails the test as an unexpected complaint. */
export function show(page: ReactNode) {
  const container = document.createElement('div');
  container.innerHTML = renderToString(page);
  document.body.append(container);
  return render(page, { container, hydrate: true });
}
