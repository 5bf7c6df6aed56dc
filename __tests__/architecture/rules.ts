import type { Module } from './read-module.ts';
import { CLOSED_TO, ROOMS, roomOf } from './walls.ts';

/** The rules of the house. Each answers the sentences of what breaks it. */

const MOST_LINES = 300;

/** Words and pages of text, not logic: they may be as long as what they hold. */
const DATA = /^(?:lib\/messages\/|sample\/)/;

/** Names that say nothing of what is inside, and so collect everything. */
const EMPTY_NAMES = /^(?:utils?|helpers?|misc|common)$/;

export function wallsBroken(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const room = roomOf(module.file);
    if (room === null) return [];
    const rules = ROOMS[room];
    if (!rules) {
      return [`${module.file} stands in ${room}, which has no place in the house yet: walls.ts.`];
    }
    const throughWalls = module.uses
      .map((used) => ({ used, other: roomOf(used) }))
      .filter(({ other }) => other !== room && other !== null && !rules.mayUse.includes(other))
      .map(({ used }) => `${module.file} uses ${used}. ${rules.because}`);
    const closed = CLOSED_TO[room];
    const packages = closed
      ? module.packages
          .filter((name) => closed.packages.test(name))
          .map((name) => `${module.file} uses the package ${name}. ${closed.because}`)
      : [];
    return [...throughWalls, ...packages];
  });
}

export function circles(modules: readonly Module[]): string[] {
  const uses = new Map(modules.map((module) => [module.file, module.uses]));
  const found: string[] = [];
  const done = new Set<string>();
  function walk(file: string, way: readonly string[]): void {
    const start = way.indexOf(file);
    if (start !== -1) {
      const circle = [...way.slice(start), file].join(' -> ');
      found.push(`${circle}. Files that need each other are one file, or want a third.`);
      return;
    }
    if (done.has(file)) return;
    for (const used of uses.get(file) ?? []) walk(used, [...way, file]);
    done.add(file);
  }
  for (const module of modules) walk(module.file, []);
  return found;
}

export function clientCodeUnmarked(modules: readonly Module[]): string[] {
  return modules
    .filter((module) => module.isClient !== module.file.endsWith('.client.tsx'))
    .map(({ file, isClient }) =>
      isClient
        ? `${file} says 'use client'. Client code is the exception and shows it: name it .client.tsx.`
        : `${file} is named as client code but does not say 'use client'.`,
    );
}

export function filesTooLong(files: readonly Pick<Module, 'file' | 'lines'>[]): string[] {
  return files
    .filter(({ file, lines }) => lines > MOST_LINES && !DATA.test(file))
    .map(
      ({ file, lines }) =>
        `${file} has ${lines} lines. Nobody reads more than ${MOST_LINES} at once: find the second thing in it.`,
    );
}

export function namesThatSayNothing(files: readonly string[]): string[] {
  return files
    .filter((file) => file.split('/').some((name) => EMPTY_NAMES.test(name.replace(/\..*$/, ''))))
    .map((file) => `${file} has a name for anything. Name it for the one thing in it.`);
}
