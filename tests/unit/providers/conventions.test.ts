import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkParameter } from '../../../lib/providers/check.ts';
import { FALLBACK_PROFILE, LAUNCHABLE, PROFILES, profileById } from '../../../lib/providers/registry.ts';

test('profile ids are unique, and an unknown one falls back', () => {
  expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
  for (const profile of PROFILES) expect(profileById(profile.id)).toBe(profile);
  expect(profileById('of-a-later-version')).toBe(FALLBACK_PROFILE);
});

test('profiles are plain JSON', () => {
  expect(JSON.parse(JSON.stringify(PROFILES))).toEqual(PROFILES);
});

describe.each(LAUNCHABLE.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  test('offers the local sandbox first, ready to launch', () => {
    const [sandbox] = profile.environments;
    expect(sandbox.id).toBe('sandbox');
    expect(new URL(sandbox.authorizationEndpoint).hostname).toBe('127.0.0.1');
    for (const spec of profile.parameters.filter(({ required, generate }) => required && !generate)) {
      const value = sandbox.defaults[spec.name] ?? spec.default ?? '';
      expect(`${spec.name}: ${JSON.stringify(checkParameter(spec, value))}`).toBe(`${spec.name}: []`);
    }
  });

  test('has environments with unique ids, and defaults for its own parameters that pass their checks', () => {
    const ids = profile.environments.map((environment) => environment.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { defaults } of profile.environments) {
      for (const [name, value] of Object.entries(defaults)) {
        const spec = profile.parameters.find((one) => one.name === name);
        expect(spec && checkParameter(spec, value)).toEqual([]);
      }
    }
  });

  test('says of each parameter what it is, what it must be and who says so', () => {
    const names = profile.parameters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const spec of profile.parameters) {
      for (const text of [spec.description, spec.constraint, spec.source, ...(spec.notes ?? [])]) {
        expect(text.length).toBeGreaterThan(4);
      }
      expect(spec.description).toMatch(/[.:]$/);
      if (spec.default !== undefined) expect(checkParameter(spec, spec.default)).toEqual([]);
      for (const choice of spec.list ? [] : (spec.choices ?? []))
        expect(checkParameter(spec, choice)).toEqual([]);
    }
  });

  test('has patterns that are regular expressions', () => {
    for (const check of profile.parameters.flatMap(({ checks }) => checks)) {
      if (check.kind === 'pattern') expect(() => new RegExp(check.pattern, 'u')).not.toThrow();
    }
  });

  test('has a page that names every parameter and environment', () => {
    const page = readFileSync(new URL(`../../../docs/providers/${id}.md`, import.meta.url), 'utf8');
    for (const { name } of profile.parameters) expect(page).toContain(`\`${name}\``);
    for (const { name, authorizationEndpoint } of profile.environments) {
      expect(page).toContain(name);
      expect(page).toContain(authorizationEndpoint);
    }
  });
});
