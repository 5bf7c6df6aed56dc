import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { clearAlert } from '#lib/api/alerts/clear-alert.ts';
import { listAlerts } from '#lib/api/alerts/list-alerts.ts';
import { raiseAlert } from '#lib/api/alerts/raise-alert.ts';
import { type ApiDesk, apiLimits } from '#lib/api/api-desk.ts';
import { changeArticle } from '#lib/api/articles/change-article.ts';
import { listArticles } from '#lib/api/articles/list-articles.ts';
import { publishArticle } from '#lib/api/articles/publish-article.ts';
import { readArticle } from '#lib/api/articles/read-article.ts';
import { withdrawArticle } from '#lib/api/articles/withdraw-article.ts';
import { answer, type Endpoint } from '#lib/api/endpoint.ts';
import { parseFetchHosts } from '#lib/config/fetch-hosts.ts';
import type { Article } from '#lib/model/article.ts';
import type { Scope } from '#lib/model/token.ts';
import { parseDocument } from '#lib/store/articles.ts';
import { openStore } from '#lib/store/open-store.ts';
import { createToken } from '#lib/store/tokens.ts';
import { EDITOR } from './editor.ts';
import { temporaryFolder } from './engines.ts';

export const SITE = 'https://news.example';

/** A story as a program sends it. */
export const STORY = {
  sourceId: 'desk/1',
  lang: 'en',
  headline: 'Night ferries return',
  section: 'region',
  published: '2026-10-07T06:30:00Z',
  body: '<p>The first night ferry left on Thursday.</p>',
};

type Call = {
  token?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
};

/** A store with a token that may publish, and what a program calls, without a server. */
export async function apiNewsroom(database: string) {
  const store = await openStore(database);
  const media = path.join(mkdtempSync(path.join(temporaryFolder(), 'media-')), 'media');
  const fetchHosts = parseFetchHosts('127.0.0.1', { issues: [] } as never);
  const config: ApiDesk['config'] = {
    siteName: 'The Harbour',
    siteUrl: SITE,
    media,
    languages: ['en', 'fa', 'km'],
    fetchHosts,
  };
  const desk: ApiDesk = { store, config, limits: apiLimits() };
  const newToken = async (scopes: [Scope, ...Scope[]] = ['publish'], holds = false) =>
    createToken(store, { name: 'Night desk', scopes, holds }, EDITOR);
  const { secret, token } = await newToken();

  async function call(endpoint: Endpoint, method: string, address: string, given: Call = {}) {
    const { token: own, body, headers = {} } = given;
    const bearer = own === undefined ? secret : own;
    const isRaw = typeof body === 'string' || body instanceof ReadableStream;
    const request = new Request(SITE + address, {
      method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body), duplex: 'half' }),
    } as RequestInit);
    const response = await answer(endpoint, desk, request, address.split(/[/?]/)[3] ?? '');
    const text = await response.text();
    return { response, status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  return {
    store,
    desk,
    media,
    secret,
    token,
    newToken,
    call,
    post: (story: unknown, given: Call = {}) =>
      call(publishArticle, 'POST', '/api/articles', { body: story, ...given }),
    read: (id: string, given: Call = {}) =>
      call(readArticle, 'GET', `/api/articles/${id}`, { token: null, ...given }),
    list: (query = '', given: Call = {}) =>
      call(listArticles, 'GET', `/api/articles${query}`, { token: null, ...given }),
    patch: (id: string, change: unknown, given: Call = {}) =>
      call(changeArticle, 'PATCH', `/api/articles/${id}`, { body: change, ...given }),
    withdraw: (id: string, query = '?reason=Wrong.', given: Call = {}) =>
      call(withdrawArticle, 'DELETE', `/api/articles/${id}${query}`, given),
    alerts: (query = '', given: Call = {}) =>
      call(listAlerts, 'GET', `/api/alerts${query}`, { token: null, ...given }),
    raise: (alert: unknown, given: Call = {}) =>
      call(raiseAlert, 'POST', '/api/alerts', { body: alert, ...given }),
    clear: (id: string, query = '', given: Call = {}) =>
      call(clearAlert, 'DELETE', `/api/alerts/${id}${query}`, given),
  };
}

export type ApiNewsroom = Awaited<ReturnType<typeof apiNewsroom>>;

/** Every version of a story, the first one first. */
export async function revisionsOf({ store }: ApiNewsroom, id: string): Promise<Article[]> {
  const rows = await store.db
    .selectFrom('revisions')
    .select('document')
    .where('article_id', '=', id)
    .orderBy('revision')
    .execute();
  return rows.map(({ document }) => parseDocument(document));
}
