import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../lib/export/export-formats.ts';
import { writeExport } from '../../../lib/export/write-export.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { PLANTED, plantedFlow } from './planted-flow.ts';
import { spellingsOf } from './secret-flows.ts';

/** Words that people choose, of six letters, and none of them of any protocol. */
const WORDS = [
  ...['sommer', 'winter', 'banane', 'dragon', 'monkey', 'schatz', 'fussba', 'berlin', 'qwertz', 'ginger'],
  ...['hunter', 'batman', 'purple', 'orange', 'silver', 'tigger', 'flower', 'cookie', 'shadow', 'summer'],
  ...['spring', 'maggie', 'pepper', 'jordan', 'buster', 'soccer', 'killer', 'george', 'andrea', 'stefan'],
].filter((word) => word !== 'cookie');
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ODD = [
  ...LETTERS,
  '+',
  '/',
  '=',
  '"',
  '\\',
  '&',
  '%',
  'é',
  "'",
  '~',
  '#',
  '?',
  '<',
  ':',
  ';',
  ' ',
  '…',
  '“',
];
const digits = (length: number) => fc.integer({ min: 10 ** (length - 1), max: 10 ** length - 1 }).map(String);

/** Without the extremes of a range, about which rules say more than about other values. */
const unique = (secret: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  fc.noBias(fc.uniqueArray(secret, { minLength: PLANTED, maxLength: PLANTED }));
const words = fc.shuffledSubarray(WORDS, { minLength: PLANTED, maxLength: PLANTED });

/** Lists of secrets of one kind, all of the same length and class. */
const KINDS = {
  words,
  'five digits': unique(digits(5)),
  'six digits': unique(digits(6)),
  'account numbers': unique(digits(15).map((number) => `DE${number}`)),
  'e-mail addresses': words.map((list) => list.map((word) => `${word}.muller@post.example`)),
  'random texts': unique(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 22, maxLength: 22 })),
  UUIDs: unique(
    fc.bigInt({ min: 0n, max: 2n ** 60n }).map((bits) => uuidOf(bits.toString(16).padStart(15, '0'))),
  ),
} as const;

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(0, 3)}-${hex.slice(3, 15)}`;
}

/** Every format, one after the other. */
const written = (secrets: readonly string[]): string => {
  const flow = plantedFlow(secrets);
  const flows = [{ flow, findings: runRules(flow, { now: flow.updatedAt, catalogue: CATALOGUE }) }];
  return EXPORT_FORMATS.map(
    ({ id }) =>
      writeExport(id, { flows, version: '1.2.3', now: 0, redacted: true, catalogue: CATALOGUE }).text,
  ).join('\n');
};

describe('an export without secrets', { timeout: 120_000 }, () => {
  for (const [kind, list] of Object.entries(KINDS)) {
    it(`is the same in every format whatever the secrets are: ${kind}`, () => {
      fc.assert(
        fc.property(list, list, (some, others) => {
          expect(written(some)).toBe(written(others));
        }),
        { numRuns: 5, endOnFailure: true },
      );
    });
  }

  it('has no secret in any spelling, whatever characters it has', () => {
    const odd = fc
      .string({ unit: fc.constantFrom(...ODD), minLength: 12, maxLength: 30 })
      .filter((text) => new Set(text).size > 6 && /[A-Za-z0-9]{4}/.test(text));
    fc.assert(
      fc.property(unique(odd), (secrets) => {
        const text = written(secrets);
        expect(secrets.filter((one) => spellingsOf(one).some((spelling) => text.includes(spelling)))).toEqual(
          [],
        );
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
