import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** What the rules ask of a source file. Paths are from the project's root. */
export type Module = {
  file: string;
  lines: number;
  /** Files of ours that it imports or re-exports, types included. */
  uses: string[];
  packages: string[];
  isClient: boolean;
};

/** Parses a TypeScript or JavaScript file with a real parser: comments, strings and types can't
 *  pass for imports. */
export function readModule(file: string, text: string): Module {
  const { module, program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} can't be parsed: ${errors[0]?.message}`);

  const sources = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) =>
      literal(text.slice(moduleRequest.start, moduleRequest.end)),
    ),
  ];
  const isOurs = (source: string) => source.startsWith('#') || source.startsWith('.');
  return {
    file,
    lines: text.split('\n').length - 1,
    uses: [...new Set(sources.filter(isOurs))].map((source) => resolve(file, source)),
    packages: sources.filter((source) => !isOurs(source)),
    isClient: program.body.some(
      (statement) =>
        statement.type === 'ExpressionStatement' && statement.directive === 'use client',
    ),
  };
}

function literal(code: string): string[] {
  return /^(['"`])[^'"`$]*\1$/.test(code) ? [code.slice(1, -1)] : [];
}

/** `#lib/x.ts` stands for `lib/x.ts`, as package.json says. */
function resolve(from: string, source: string): string {
  if (source.startsWith('#')) return source.slice(1);
  return path.posix.join(path.posix.dirname(from), source);
}
