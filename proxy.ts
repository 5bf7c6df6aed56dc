import { type NextRequest, NextResponse } from 'next/server';
import { writeQuery } from './app/page-queries.ts';

/** Leads an address with a query to the page that has it in its path: only those can be rendered
 *  whole and kept (docs/adr/0004). Readers and links never see that path. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl;
  const target = request.nextUrl.clone();
  target.search = '';
  const page = searchParams.get('page') ?? '1';
  const query = searchParams.get('q')?.trim();
  if (query) target.pathname = `${pathname}/${writeQuery(query)}/${encodeURIComponent(page)}`;
  else if (page !== '1') target.pathname = `${pathname}/${encodeURIComponent(page)}`;
  return NextResponse.rewrite(target);
}

export const config = {
  matcher: [
    { source: '/:lang/search', has: [{ type: 'query', key: 'q' }] },
    { source: '/:lang/sections/:section', has: [{ type: 'query', key: 'page' }] },
    { source: '/:lang/topics/:topic', has: [{ type: 'query', key: 'page' }] },
    { source: '/:lang/authors/:author', has: [{ type: 'query', key: 'page' }] },
  ],
};
