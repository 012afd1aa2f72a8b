import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LAUNCHABLE } from '../../../lib/providers/registry.ts';
import { conformanceProfilesOf, isOpen } from '../../../lib/rules/conformance-profiles.ts';
import { EVALUATION_CHOICES } from '../../../lib/rules/evaluation-choice.ts';
import { RULES } from '../../../lib/rules/registry.ts';
import { CONFORMANCE_PROFILES } from '../../../lib/rules/types.ts';
import { rulesPage } from '../../../scripts/rules/rules-page.ts';
import { authorizeUrl, requested, urlOf } from './support/flows.ts';

const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

/** Gates that some flow opens, by itself, by its profile or by the user's choice. */
const reachable = new Set(
  [
    requested(),
    requested(authorizeUrl({ scope: 'openid' })),
    requested(urlOf('https://as.example/authorize', { client_id: 'c1', request_uri: 'urn:x' })),
  ].flatMap((flow) =>
    [undefined, ...LAUNCHABLE].flatMap((profile) =>
      EVALUATION_CHOICES.flatMap((choice) => [...conformanceProfilesOf(flow, profile, choice)]),
    ),
  ),
);

describe('the registry', () => {
  it('has each id once', () => {
    expect(RULES.map(({ id }) => id).toSorted()).toEqual([...new Set(RULES.map(({ id }) => id))].toSorted());
  });

  it('has the rules of every family', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    const numbered = (family: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${family}${String(index + 1).padStart(2, '0')}`);
    const wanted = [
      ...numbered('AR', 45),
      ...numbered('RO', 24),
      ...numbered('JW', 20),
      ...numbered('CB', 24),
      ...numbered('TK', 9),
      ...numbered('LB', 7),
      ...numbered('CP', 8),
      ...numbered('FA', 6),
      ...numbered('DA', 12),
    ];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe.each(RULES)('$id', ({ id, gate, source, title }) => {
  it('has a title that is a sentence, and a source with a section', () => {
    expect(title).toMatch(/^\S.*\.$/su);
    expect(source).toMatch(/\S/);
  });

  it('can be reached: one of its gates opens', () => {
    expect(isOpen(gate, reachable)).toBe(true);
    expect(CONFORMANCE_PROFILES).toEqual(expect.arrayContaining([gate].flat()));
  });

  it('has a corpus of valid and invalid flows', () => {
    expect(existsSync(new URL(`./corpus/${id}.ts`, import.meta.url))).toBe(true);
  });

  it('has a section in docs/rules.md', () => {
    expect(page).toContain(`\n### ${id}\n`);
  });
});

describe('docs/rules.md', () => {
  it('is what the registry gives (write it with npm run rules)', () => {
    expect(page).toBe(rulesPage());
  });
});
