import { z } from 'zod';

/** A backup is gzipped lines of JSON: a head, then one line for each row of each table, in the
 *  order of tables.ts. It says nothing of the engine that it comes from. Pictures are not in it. */
export const BACKUP_VERSION = 1;

export const backupHeadSchema = z.object({
  format: z.literal('lede-backup'),
  version: z.number(),
  made: z.iso.datetime(),
  /** The last migration of the tables that the rows are from. */
  migration: z.string(),
  /** How many rows of each table follow. */
  rows: z.record(z.string(), z.number()),
});

export const backupRowSchema = z.tuple([
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
]);

export type BackupHead = z.output<typeof backupHeadSchema>;
export type BackupRow = z.output<typeof backupRowSchema>;

/** A backup that can't be written or read. The message is for the operator. */
export class BackupError extends Error {
  override name = 'BackupError';
}

export type Progress = (progress: { done: number; total: number }) => void;

export function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
