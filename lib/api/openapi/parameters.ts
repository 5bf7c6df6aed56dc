import { z } from 'zod';

/** The part of an address that names what the call is about. */
export const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** A header that a call may carry. */
export function header(name: string, description: string): object {
  return { name, in: 'header', description, schema: { type: 'string' } };
}

/** The parameters of a query, from the schema by which it is read. */
export function queryParameters(schema: z.ZodType): object[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as { description?: string };
    return { name, in: 'query', description, schema: rest };
  });
}
