import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PROFILE_FILE } from '../../../lib/providers/profile-limits.ts';
import { PROFILES } from '../../../lib/providers/registry.ts';
import { readProfileFile, validateProfile } from '../../../lib/providers/validate-profile.ts';
import { profileJsonSchema, SCHEMA_FILE } from '../../../scripts/schema/profile-json-schema.ts';
import { SAMPLE, SAMPLE_FILE } from './sample-profile.ts';

/** The sample with one place changed; `undefined` removes what stands there. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(SAMPLE) as unknown as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  const target = path.slice(0, -1).reduce((at, part) => at[part] as Record<string | number, unknown>, copy);
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}

test('accepts the sample and gives it back', () => {
  expect(validateProfile(SAMPLE)).toEqual({ ok: true, value: SAMPLE });
});

test.each(PROFILES.map((profile) => [profile.name, profile] as const))(
  'accepts what is built in, under another id: %s',
  (_, profile) => {
    const copy = { ...structuredClone(profile), id: 'a-copy' };
    expect(validateProfile(copy)).toEqual({ ok: true, value: copy });
  },
);

describe('says where, what was expected, what was found and what to do', () => {
  test.each([
    [['name'], undefined, 'missing-member', '/name', 'a member “name”', 'nothing'],
    [['name'], 7, 'wrong-type', '/name', 'a text', '7'],
    [['name'], '', 'min-length', '/name', 'at least 1 characters', '0'],
    [['name'], 'n'.repeat(201), 'max-length', '/name', 'at most 200 characters', '201'],
    [['colour'], 'red', 'unknown-member', '/colour', 'no member of this name', '“colour”'],
    [['id'], 'Acme Bank', 'format', '/id', 'letters, digits, - and _, at most 64', '“Acme Bank”'],
    [['id'], 'openid', 'id-taken', '/id', 'an id that no built-in profile has', '“openid”'],
    [['environments'], [], 'missing-member', '/environments/0', 'at least one', 'nothing'],
    [
      ['environments', 0, 'authorizationEndpoint'],
      'javascript:alert(1)',
      'not-http',
      '/environments/0/authorizationEndpoint',
      'an http or https address without a user name',
      '“javascript:alert(1)”',
    ],
    [
      ['environments', 0, 'bases', 'a/b'],
      'https://me:pw@acme.example',
      'not-http',
      '/environments/0/bases/a~1b',
      'an http or https address without a user name',
      '“https://me:pw@acme.example”',
    ],
    [
      ['environments', 0, 'hosts', 0],
      '*://*/*',
      'format',
      '/environments/0/hosts/0',
      'a host as a match pattern',
      '“*://*/*”',
    ],
    [
      ['parameters', 0, 'group'],
      'other',
      'not-one-of',
      '/parameters/0/group',
      'one of identity, consent, security, extras',
      '“other”',
    ],
    [
      ['parameters', 0, 'checks', 0, 'kind'],
      'magic',
      'not-one-of',
      '/parameters/0/checks/0/kind',
      'one of uuid-v4, uuid, absolute-url, one-of, scope-known, scope-not-mixed, scope-contains, pattern, min-length, json',
      '“magic”',
    ],
    [
      ['parameters', 0, 'checks', 0, 'pattern'],
      '^(a)\\1$',
      'pattern',
      '/parameters/0/checks/0/pattern',
      'a regular expression of characters, classes, groups, alternatives and repetitions',
      'one that uses a back reference or a word boundary',
    ],
    [
      ['parameters', 1],
      SAMPLE.parameters[0],
      'repeated',
      '/parameters/1/name',
      'a name that stands here once',
      '“client_id” again',
    ],
    [
      ['parameters'],
      Array.from({ length: 10_000 }, () => SAMPLE.parameters[0]),
      'too-many-values',
      '',
      'at most 60000 values',
      'more',
    ],
    [
      ['notes'],
      Array.from({ length: 10_000 }, () => 'n'),
      'max-length',
      '/notes',
      'at most 100 members',
      '10000',
    ],
    [['callback', 'codeLifetime'], 1.5, 'wrong-type', '/callback/codeLifetime', 'a whole number', '1.5'],
    [['callback', 'codeLifetime'], -1, 'min-value', '/callback/codeLifetime', 'at least 0', '-1'],
    [
      ['aliases', 'x'],
      'nonsense',
      'not-one-of',
      '/aliases/x',
      expect.stringMatching(/^one of response_type, /),
      '“nonsense”',
    ],
    [
      ['steps', 0, 'request'],
      undefined,
      'missing-member',
      '/steps/0/request',
      'request, since kind is “call”',
      'nothing',
    ],
    [
      ['steps', 0, 'request', 'url'],
      'file:///etc/passwd',
      'not-http',
      '/steps/0/request/url',
      'an http or https address without a user name',
      '“file:///etc/passwd”',
    ],
  ] as const)('%j as %j', (path, value, code, pointer, expected, found) => {
    expect(validateProfile(changed(path, value))).toEqual({
      ok: false,
      problems: [{ code, pointer, expected, found, remedy: expect.stringMatching(/\.$|\*\.$/) }],
    });
  });
});

describe('a file', () => {
  const file = (change: object): string => JSON.stringify({ ...SAMPLE_FILE, ...change });
  const refused = (code: string, pointer: string, expected: string, found: string): object => ({
    ok: false,
    problems: [{ code, pointer, expected, found, remedy: expect.any(String) }],
  });

  test('is read', () => {
    expect(readProfileFile(file({}))).toEqual({ ok: true, value: [SAMPLE] });
  });

  test('is refused when it is no JSON, too large, or from a newer version', () => {
    expect(readProfileFile('{')).toEqual(refused('not-json', '', 'JSON', 'something else'));
    const long = ' '.repeat(MAX_PROFILE_FILE + 1);
    expect(readProfileFile(long)).toEqual(refused('too-large', '', 'at most 1000000 characters', 'more'));
    expect(readProfileFile(file({ version: 2, future: true }))).toEqual(
      refused('newer-version', '/version', 'version 1, the newest that this Grantscope reads', 'version 2'),
    );
  });

  test('is refused whole when one profile in it is wrong', () => {
    const twice = file({ profiles: [SAMPLE, { ...SAMPLE, name: 'Again' }] });
    expect(readProfileFile(twice)).toEqual(
      refused('repeated', '/profiles/1/id', 'an id that stands here once', '“acme” again'),
    );
  });

  test.each(['__proto__', 'constructor', 'prototype'])('is refused when it holds the name %s', (name) => {
    const text = JSON.stringify(SAMPLE_FILE).replace('"auth_code":', `"${name}":`);
    expect(readProfileFile(text)).toEqual(
      refused('forbidden-name', `/profiles/0/aliases/${name}`, 'another name', `“${name}”`),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('is refused when it nests without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(readProfileFile(deep)).toMatchObject({ ok: false, problems: [{ code: 'too-deep' }] });
  });

  test('never makes reading throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readProfileFile(text).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(validateProfile(value).ok).toBe(false);
      }),
    );
  });

  test('with anything at one place is accepted as it is, or refused with a place, an expectation and a remedy', () => {
    const places = pathsOf(SAMPLE);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
        const mutant = changed(path, value);
        const read = validateProfile(mutant);
        if (read.ok) expect(read.value).toEqual(mutant);
        else {
          for (const problem of read.problems) {
            expect(problem).toEqual({
              code: expect.stringMatching(/^[a-z-]+$/),
              pointer: expect.any(String),
              expected: expect.stringMatching(/./),
              found: expect.stringMatching(/./),
              remedy: expect.stringMatching(/\.$/),
            });
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the published JSON Schema is the one that the extension checks with', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(profileJsonSchema()));
});

function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    pathsOf(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [[...path], ...inner];
}
