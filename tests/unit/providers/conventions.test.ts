import { describe, expect, test } from 'vitest';
import { BUILT_IN_STEPS } from '../../../lib/providers/built-in-steps.ts';
import { createCatalogue, profileById } from '../../../lib/providers/catalogue.ts';
import { checkParameter } from '../../../lib/providers/check.ts';
import { linearPattern } from '../../../lib/providers/linear-pattern.ts';
import { FALLBACK_PROFILE, LAUNCHABLE, PROFILES } from '../../../lib/providers/registry.ts';
import type { StepCheck, StepSpec } from '../../../lib/providers/step-types.ts';
import type { Profile } from '../../../lib/providers/types.ts';

const stepsOf = (id: string): readonly StepSpec[] => BUILT_IN_STEPS[id] ?? [];

/** Names that the steps of a profile take values from. */
const takenNames = ({ id }: Profile): readonly string[] =>
  stepsOf(id).flatMap(({ fields, request }) => [
    ...fields.flatMap(({ name, from = [] }) => [name, ...from]),
    ...(request?.clientAuthentication ? ['client_id', 'client_secret'] : []),
  ]);

test('profile ids are unique, and an unknown one falls back', () => {
  expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
  const catalogue = createCatalogue();
  for (const profile of PROFILES) expect(profileById(catalogue, profile.id)).toBe(profile);
  expect(profileById(catalogue, 'of-a-later-version')).toBe(FALLBACK_PROFILE);
});

test('profiles are plain JSON', () => {
  expect(JSON.parse(JSON.stringify(PROFILES))).toEqual(PROFILES);
});

describe.each(LAUNCHABLE.map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
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
        if (spec) expect(checkParameter(spec, value)).toEqual([]);
        else expect(takenNames(profile)).toContain(name);
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

  test('has patterns that are decided in linear time', () => {
    const steps = stepsOf(profile.id);
    const specs = [...profile.parameters, ...steps.flatMap(({ fields }) => fields)];
    for (const check of specs.flatMap(({ checks }): readonly StepCheck[] => checks)) {
      if (check.kind === 'pattern') expect(() => linearPattern(check.pattern)).not.toThrow();
    }
  });
});
