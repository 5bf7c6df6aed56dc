import { PATCH_TYPES } from '../articles/change-article.ts';
import { listQuerySchema } from '../articles/list-articles.ts';
import { STORY_TYPES } from '../articles/publish-article.ts';
import {
  BODY_REFUSALS,
  bare,
  content,
  ETAG,
  media,
  NOT_CHANGED,
  refusals,
  TOKEN_REFUSALS,
} from './answers.ts';
import { examples } from './examples.ts';
import { header, ID, queryParameters } from './parameters.ts';

const PUBLISH = [{ token: ['publish'] }];

const ifNoneMatch = header('If-None-Match', 'the ETag of an earlier answer');
const ifMatch = header('If-Match', 'the ETag of the revision that is to be changed, and no other');

/** `/api/articles` and what is below it. */
export const articlePaths = {
  '/api/articles': {
    get: {
      operationId: 'listArticles',
      summary: 'Published stories, newest first, 20 at a time',
      parameters: [...queryParameters(listQuerySchema), ifNoneMatch],
      responses: {
        200: content('Stories, and where the next are.', 'ArticleList', {
          ...ETAG,
          Link: { schema: { type: 'string' }, description: 'rel="next": older stories' },
        }),
        304: NOT_CHANGED,
        ...refusals('invalid-request'),
      },
    },
    post: {
      operationId: 'publishArticle',
      summary: 'Take a story in as it is now: new, changed, or cancelled by its agency',
      description:
        'The same sourceId again updates the story, so a call that got no answer is made again. In ninjs, pubStatus canceled or withheld withdraws it.',
      security: PUBLISH,
      requestBody: {
        required: true,
        content: Object.fromEntries(STORY_TYPES.map((type) => [type, storyMedia(type)])),
      },
      responses: {
        200: content('It was here before: changed, unchanged, or withdrawn.', 'StoryAnswer', ETAG),
        201: content('It is new.', 'StoryAnswer', {
          ...ETAG,
          Location: { schema: { type: 'string' } },
        }),
        ...refusals(...BODY_REFUSALS, ...TOKEN_REFUSALS, 'not-found', 'conflict', 'invalid-story'),
      },
    },
  },
  '/api/articles/{id}': {
    parameters: [ID],
    get: {
      operationId: 'readArticle',
      summary: 'A published story',
      parameters: [ifNoneMatch],
      responses: {
        200: content('The story.', 'PublishedArticle', ETAG),
        304: NOT_CHANGED,
        ...refusals('not-found', 'withdrawn'),
      },
    },
    patch: {
      operationId: 'changeArticle',
      summary: 'Change a part of a story; the earlier revision is kept',
      security: PUBLISH,
      parameters: [ifMatch],
      requestBody: {
        required: true,
        content: Object.fromEntries(
          PATCH_TYPES.map((type) => [type, media('ArticleChange', examples.change)]),
        ),
      },
      responses: {
        200: content('It is changed, or was so already.', 'StoryAnswer', ETAG),
        ...refusals(
          ...BODY_REFUSALS,
          ...TOKEN_REFUSALS,
          'not-found',
          'conflict',
          'withdrawn',
          'revision-moved',
          'invalid-story',
        ),
      },
    },
    delete: {
      operationId: 'withdrawArticle',
      summary: 'Withdraw a story: 410 within a second. The same call again changes nothing',
      security: PUBLISH,
      parameters: [
        {
          name: 'reason',
          in: 'query',
          schema: { type: 'string', minLength: 1, maxLength: 1000 },
          description: 'kept with the story, not shown to readers; here or in the body',
        },
      ],
      requestBody: {
        content: { 'application/json': media('Withdrawal', examples.withdrawal) },
      },
      responses: {
        204: bare('It is withdrawn.'),
        ...refusals(...BODY_REFUSALS, ...TOKEN_REFUSALS, 'not-found'),
      },
    },
  },
};

function storyMedia(type: string): object {
  if (type !== 'application/json') return media('NinjsItem', examples.ninjs);
  return {
    schema: {
      anyOf: [{ $ref: '#/components/schemas/Article' }, { $ref: '#/components/schemas/NinjsItem' }],
    },
    examples: {
      article: { summary: 'Lede’s article JSON', value: examples.article },
      ninjs: { summary: 'ninjs 3', value: examples.ninjs },
    },
  };
}
