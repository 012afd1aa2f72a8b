import { describe, expect, it } from 'vitest';
import { repeatedNames } from '../../../scripts/imports/repeated-names.ts';

describe('repeatedNames', () => {
  it('names a function, constant, class, interface or type that two files export', () => {
    expect(
      repeatedNames([
        { path: 'lib/a.ts', text: 'export const one = 1;\nexport interface Two { readonly a: string }' },
        { path: 'lib/b.ts', text: 'export function one(): void {}\nexport class Three {}' },
        { path: 'lib/c.ts', text: 'export type Two = string;\nexport type Four = number;' },
      ]),
    ).toEqual([
      'lib/a.ts, lib/b.ts → one: two exports have one name',
      'lib/a.ts, lib/c.ts → Two: two exports have one name',
    ]);
  });

  it('leaves what is exported again, local to a file, or declared for several signatures', () => {
    expect(
      repeatedNames([
        {
          path: 'lib/a.ts',
          text: 'export function one(a: string): void;\nexport function one(a: number): void;',
        },
        { path: 'lib/b.ts', text: "export { one } from './a.ts';\nconst two = 1;" },
        {
          path: 'lib/c.ts',
          text: "import { one } from './a.ts';\nconst two = one;\nexport const three = two;",
        },
      ]),
    ).toEqual([]);
  });
});
