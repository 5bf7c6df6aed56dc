import { z } from 'zod';
import { articleInputSchema } from '#lib/model/article-input.ts';
import { alertListSchema } from '../alerts/list-alerts.ts';
import { alertAnswerSchema } from '../alerts/raise-alert.ts';
import { alertBodySchema } from '../alerts/read-alert.ts';
import { articleListSchema } from '../articles/list-articles.ts';
import { publishedArticleSchema } from '../articles/published-article.ts';
import { storyAnswerSchema } from '../articles/story-answer.ts';
import { withdrawalSchema } from '../articles/withdraw-article.ts';

const problemSchema = z
  .strictObject({
    type: z.string().describe('names the kind of problem, and leads to words about it'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('what is wrong with this call, and what to do'),
    errors: z
      .array(
        z.union([
          z.strictObject({ field: z.string().describe('JSON Pointer'), detail: z.string() }),
          z.strictObject({ parameter: z.string(), detail: z.string() }),
        ]),
      )
      .optional(),
  })
  .describe('RFC 9457');

/** The shapes of what is sent and answered, from the same schemas that the routes read and write. */
export const schemas: Record<string, object> = {
  Article: jsonSchema(articleInputSchema, 'input'),
  NinjsItem: {
    type: 'object',
    description:
      'An item of IPTC ninjs 1 to 3. docs/publishing.md says what becomes of its fields.',
    externalDocs: { url: 'https://www.iptc.org/std/ninjs/' },
    properties: {
      uri: { type: 'string', minLength: 1, description: 'becomes the sourceId' },
      pubStatus: { type: 'string', description: 'canceled and withheld take the story back' },
    },
    required: ['uri'],
  },
  ArticleChange: {
    type: 'object',
    description:
      'A JSON merge patch (RFC 7396) of what the story was made from: null takes a field out, lists are replaced. The whole must then be an Article.',
    properties: {
      correction: {
        type: ['string', 'null'],
        minLength: 1,
        maxLength: 2000,
        description:
          'what was wrong, for readers. Needed where text changes that they have seen; null if it was a typing error',
      },
    },
    not: { required: ['sourceId'] },
  },
  Withdrawal: jsonSchema(withdrawalSchema, 'input'),
  PublishedArticle: jsonSchema(publishedArticleSchema, 'output'),
  ArticleList: jsonSchema(articleListSchema, 'output'),
  StoryAnswer: jsonSchema(storyAnswerSchema, 'output'),
  AlertInput: jsonSchema(alertBodySchema, 'input'),
  AlertList: jsonSchema(alertListSchema, 'output'),
  AlertAnswer: jsonSchema(alertAnswerSchema, 'output'),
  Problem: jsonSchema(problemSchema, 'output'),
};

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
