import { globSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readModule } from './read-module.ts';
import {
  circles,
  clientCodeUnmarked,
  filesTooLong,
  namesThatSayNothing,
  wallsBroken,
} from './rules.ts';

const files = globSync(['{app,components,lib,bin,__tests__}/**/*.{ts,tsx,js}', '*.ts']);
const modules = files.map((file) => readModule(file, readFileSync(file, 'utf8')));
const sheets = globSync('{app,components}/**/*.css')
  .filter((file) => statSync(file).isFile())
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }));

test('there is a house to look at', () => {
  expect(modules.length).toBeGreaterThan(100);
});

test('imports run one way', () => {
  expect(wallsBroken(modules)).toEqual([]);
});

test('no files need each other in a circle', () => {
  expect(circles(modules)).toEqual([]);
});

test('client code is named so', () => {
  expect(clientCodeUnmarked(modules)).toEqual([]);
});

test('files are short enough to be read at once', () => {
  expect(filesTooLong([...modules, ...sheets])).toEqual([]);
});

test('each name says what is inside', () => {
  expect(namesThatSayNothing(files)).toEqual([]);
});
