import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { satellites } from '../../../scripts/imports/satellites.ts';

const source = (path: string, text: string) => ({ path, text });

it('names a small file with one importer in its own folder and no test', () => {
  const sources = [
    source('lib/flow/one.ts', "import { two } from './two.ts';\nimport { three } from './three.ts';\n"),
    source('lib/flow/two.ts', 'export const two = 2;\n'),
    source('lib/flow/three.ts', `export const three = 3;\n${'// more\n'.repeat(40)}`),
  ];
  expect(satellites(sources)).toEqual(['lib/flow/two.ts']);
  const test = source('tests/unit/flow/two.test.ts', "import { two } from '../../../lib/flow/two.ts';\n");
  expect(satellites([...sources, test])).toEqual([]);
});

it('names no rule, no file that two import, and none of another folder', () => {
  const sources = [
    source('lib/rules/call/call-rules.ts', "import { TK01 } from './tk01.ts';\n"),
    source('lib/rules/call/tk01.ts', "import { a } from '../a.ts';\nimport { b } from '../b.ts';\n"),
    source('lib/rules/a.ts', "import { b } from './b.ts';\n"),
    source('lib/rules/b.ts', 'export const b = 1;\n'),
  ];
  expect(satellites(sources)).toEqual([]);
});

/** How many there are in lib; it may only become less. */
const KNOWN = 30;

it('finds no more of them in lib than there were', () => {
  const root = new URL('../../../', import.meta.url);
  const below = (folder: string): readonly string[] =>
    readdirSync(new URL(`${folder}/`, root), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return below(path);
      return /\.tsx?$/.test(path) ? [path] : [];
    });
  const sources = ['lib', 'components', 'entrypoints', 'tests']
    .flatMap(below)
    .map((path) => source(path, readFileSync(new URL(path, root), 'utf8')));
  const found = satellites(sources).filter((path) => path.startsWith('lib/'));
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(KNOWN);
});
