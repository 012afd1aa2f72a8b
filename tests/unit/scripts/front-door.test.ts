import { expect, it } from 'vitest';
import { backDoors } from '../../../scripts/imports/front-door.ts';

const source = (path: string, text: string) => ({ path, text });

it('names an import of the pure part from a script or the bench that is not of lib/index.ts', () => {
  expect(
    backDoors([
      source('scripts/one.ts', "import { RULES } from '../lib/rules/registry.ts';\n"),
      source('tests/bench/functions/two.ts', "\nimport type { Flow } from '../../../lib/flow/types.ts';\n"),
    ]),
  ).toEqual([
    'scripts/one.ts:1 → lib/rules/registry.ts: scripts and the bench import lib/index.ts',
    'tests/bench/functions/two.ts:2 → lib/flow/types.ts: scripts and the bench import lib/index.ts',
  ]);
});

it('allows the front door, packages, and what is not pure', () => {
  expect(
    backDoors([
      source(
        'scripts/one.ts',
        "import { RULES } from '../lib/index.ts';\nimport { posix } from 'node:path';\n",
      ),
      source('tests/bench/two.ts', "import { a } from '../../lib/capture/page-requests.ts';\n"),
      source('tests/unit/three.test.ts', "import { b } from '../../lib/flow/reduce.ts';\n"),
    ]),
  ).toEqual([]);
});
