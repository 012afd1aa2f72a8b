import { describe, expect, test } from 'vitest';
import { checkField } from '../../../lib/calls/check-field.ts';
import type { StepField, StepSpec } from '../../../lib/providers/step-types.ts';
import type { Profile } from '../../../lib/providers/types.ts';
import { PROFILES } from './support/whole-profiles.ts';

/** Values that other parts of the extension make. */
const MADE = ['request', 'code_challenge', 'code_challenge_method', 'code_verifier'];

/** Every name under which a step of this profile can find a value. */
function offered({ parameters, environments, steps = [] }: Profile): ReadonlySet<string> {
  return new Set([
    ...MADE,
    ...parameters.map(({ name }) => name),
    ...environments.flatMap(({ defaults }) => Object.keys(defaults)),
    ...steps.flatMap(({ gives }) => gives.map(({ name }) => name)),
    ...steps.flatMap(({ fields }) => fields.map(({ name }) => name)),
  ]);
}

const problemsOf = (step: StepSpec, field: StepField, value: string): readonly string[] =>
  checkField(field, value, {
    now: Date.parse('2026-01-01T00:00:00Z'),
    otherValue: (name) => step.fields.find((one) => one.name === name)?.default ?? '',
  }).map(({ message }) => message);

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))('the steps of %s', (_, profile) => {
  const { steps = [] } = profile;

  test('are there, each with an id of its own', () => {
    const ids = steps.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('say what they do, and where each field comes from', () => {
    for (const step of steps) {
      expect(step.summary).toMatch(/[.)]$/);
      for (const text of [step.name, step.source, ...step.notes]) expect(text.length).toBeGreaterThan(3);
      for (const field of step.fields) {
        for (const text of [field.description, field.constraint, field.source, ...(field.notes ?? [])]) {
          expect(text.length).toBeGreaterThan(3);
        }
        expect(`${step.id} ${field.name}: ${field.description}`).toMatch(/\.$/);
      }
    }
  });

  test('call addresses that the environments and fields fill in', () => {
    for (const { request, fields } of steps) {
      for (const [, name = ''] of request?.url.matchAll(/\{([^}]+)\}/g) ?? []) {
        const isField = fields.some((field) => field.in === 'path' && field.name === name);
        const isBase = profile.environments.every(({ bases = {} }) => Object.hasOwn(bases, name));
        expect(`${name}: ${isField || isBase}`).toBe(`${name}: true`);
      }
    }
  });

  test('have a request when they are calls, and none when they are not', () => {
    for (const step of steps) expect(step.request !== undefined).toBe(step.kind === 'call');
  });

  test('have fields where their encoding has a place for them', () => {
    for (const { request, fields } of steps) {
      const places = fields.map((field) => field.in);
      if (request?.encoding !== 'form') expect(places).not.toContain('form');
      if (request?.encoding !== 'json') expect(places).not.toContain('json');
      if (!request?.clientAuthentication) expect(places).not.toContain('client');
    }
  });

  test('have fields whose places and names are unique, and defaults and choices that pass their own checks', () => {
    for (const step of steps) {
      const keys = step.fields.map((field) => `${field.in} ${field.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const field of step.fields) {
        const values = [field.default, ...(field.choices ?? []).map(({ value }) => value)];
        for (const value of values) {
          if (value !== undefined) expect(problemsOf(step, field, value)).toEqual([]);
        }
      }
    }
  });

  test('take values only from names that something offers', () => {
    const names = offered(profile);
    for (const { id, fields } of steps) {
      for (const { name, from = [] } of fields) {
        const unknown = from.filter((one) => !names.has(one));
        expect(`${id} ${name}: ${unknown.join(' ')}`).toBe(`${id} ${name}: `);
      }
    }
  });

  test('mask every token, code, password and secret', () => {
    const secret = /^(.*_)?(token|secret|password|code|code_verifier|processToken|Certificate)$/;
    const open = /^(token_type_hint|user_code)$/;
    for (const { id, fields, gives } of steps) {
      for (const one of [...fields, ...gives]) {
        if (secret.test(one.name) && !open.test(one.name)) {
          expect(`${id} ${one.name}: ${one.secret ?? false}`).toBe(`${id} ${one.name}: true`);
        }
      }
    }
  });
});
