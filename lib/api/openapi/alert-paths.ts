import { LANGUAGE_CODES } from '#lib/model/language.ts';
import { clearQuerySchema } from '../alerts/clear-alert.ts';
import { alertQuerySchema } from '../alerts/list-alerts.ts';
import { ALERT_TYPES } from '../alerts/raise-alert.ts';
import {
  BODY_REFUSALS,
  bare,
  content,
  ETAG,
  NOT_CHANGED,
  refusals,
  TOKEN_REFUSALS,
} from './answers.ts';
import { examples } from './examples.ts';
import { header, ID, queryParameters } from './parameters.ts';

const ALERTS = [{ token: ['alerts'] }];

/** `/api/alerts` and what is below it. */
export const alertPaths = {
  '/api/alerts': {
    get: {
      operationId: 'listAlerts',
      summary: 'The alerts that stand, newest first',
      parameters: [
        ...queryParameters(alertQuerySchema),
        header('If-None-Match', 'the ETag of an earlier answer'),
      ],
      responses: {
        200: content('All that stand.', 'AlertList', ETAG),
        304: NOT_CHANGED,
        ...refusals('invalid-request'),
      },
    },
    post: {
      operationId: 'raiseAlert',
      summary: 'Raise an alert: readers have it within a second',
      description:
        'A call that got no answer may have raised it: look at the list before it is made again. Besides the limit of all calls, a token may raise 40 alerts at once, and then ten a minute.',
      security: ALERTS,
      requestBody: {
        required: true,
        content: Object.fromEntries(
          ALERT_TYPES.map((type) => [
            type,
            {
              schema: { $ref: '#/components/schemas/AlertInput' },
              examples: {
                alert: { summary: 'Breaking news', value: examples.alert },
                emergency: { summary: 'Danger to life', value: examples.emergency },
              },
            },
          ]),
        ),
      },
      responses: {
        201: content('It stands.', 'AlertAnswer', { Location: { schema: { type: 'string' } } }),
        ...refusals(...BODY_REFUSALS, ...TOKEN_REFUSALS, 'invalid-alert'),
      },
    },
  },
  '/api/alerts/{id}': {
    parameters: [ID],
    delete: {
      operationId: 'clearAlert',
      summary: 'Clear an alert. The same call again changes nothing',
      security: ALERTS,
      parameters: queryParameters(clearQuerySchema),
      responses: {
        204: bare('It stands no more.'),
        ...refusals('invalid-request', ...TOKEN_REFUSALS, 'not-found'),
      },
    },
  },
  '/api/live': {
    get: {
      operationId: 'followAlerts',
      summary: 'The alerts of an edition as they are raised, change and end: server-sent events',
      description:
        'It begins with the alerts that stand, or behind the number that a reader has seen. Each event has a number, which browsers send as Last-Event-ID when they come back. A comment comes every 15 seconds. HEAD answers without a stream.',
      parameters: [
        {
          name: 'lang',
          in: 'query',
          required: true,
          schema: { enum: LANGUAGE_CODES },
          description: 'the edition',
        },
        {
          name: 'after',
          in: 'query',
          schema: { type: 'integer', minimum: 0 },
          description: 'the number behind which it begins; Last-Event-ID goes before it',
        },
        header('Last-Event-ID', 'the number of the last event that was taken in'),
      ],
      responses: {
        200: {
          description:
            'Events: “alert” carries an alert that was raised or changed, “clear” the id of one that stands no more.',
          content: {
            'text/event-stream': { schema: { type: 'string' }, example: examples.events },
          },
        },
        ...refusals('invalid-request', 'method-not-allowed', 'too-many-readers', 'unavailable'),
      },
    },
  },
};
