import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../lib/providers/types.ts';
import { DEFAULT_PORTS } from '../../sandbox/ports.ts';
import { PROFILES } from './support/whole-profiles.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : '');
const at = (path: string): URL => new URL(path, ROOT);

const END_TO_END = 'tests/e2e/chromium/';

/** The end-to-end test of a profile: a file with its id in its name, or a test whose title begins with the profile's name. */
function isDriven({ id, name }: Profile): boolean {
  const server = id === 'oauth' ? 'lab' : id;
  return readdirSync(at(END_TO_END)).some(
    (file) =>
      new RegExp(`^(.+-)?${server}(-.+)?\\.test\\.ts$`).test(file) ||
      new RegExp(`\\btest\\(['\`]${name}[ ,]`).test(read(END_TO_END + file)),
  );
}

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  const page = `docs/providers/${id}.md`;
  const missing = (found: readonly (readonly [isThere: boolean, what: string])[]): readonly string[] =>
    found.flatMap(([isThere, what]) => (isThere ? [] : [what]));

  test('has a server in the sandbox, which its first environment calls', () => {
    const { id: first, authorizationEndpoint, bases = {} } = profile.environments[0];
    const ports: readonly number[] = Object.values(DEFAULT_PORTS);
    const addresses = [authorizationEndpoint, ...Object.values(bases)].filter((url) => url !== '');
    expect(
      missing([
        [first === 'sandbox', `lib/providers/${id}.ts: begin environments with one whose id is sandbox`],
        [addresses.length > 0, `lib/providers/${id}.ts: give the sandbox an authorizationEndpoint or bases`],
        ...addresses.map((url) => {
          const { hostname, port } = new URL(url);
          const what = `tests/sandbox/${id}/${id}.ts: write the server of ${url}, and give it a port in tests/sandbox/ports.ts`;
          return [hostname === '127.0.0.1' && ports.includes(Number(port)), what] as const;
        }),
      ]),
    ).toEqual([]);
  });

  test('has steps', () => {
    const what = `lib/providers/${id}.ts: give it steps; when they are long, list them in lib/providers/built-in-steps.ts`;
    expect(missing([[(profile.steps ?? []).length > 0, what]])).toEqual([]);
  });

  test('has a page for its users that names every environment, parameter and step', () => {
    const text = read(page);
    expect(
      missing([
        [text !== '', `${page}: write it; docs/providers/connectpay.md is an example`],
        ...profile.environments.flatMap(({ name, authorizationEndpoint, bases = {} }) =>
          [name, authorizationEndpoint, ...Object.values(bases)].map(
            (what) => [text.includes(what), `${page}: name the environment ${name}, ${what}`] as const,
          ),
        ),
        ...profile.parameters.map(
          ({ name }) => [text.includes(`\`${name}\``), `${page}: say what \`${name}\` is`] as const,
        ),
        ...(profile.steps ?? []).map(
          ({ name }) => [text.includes(name), `${page}: say how to run the step ${name}`] as const,
        ),
      ]),
    ).toEqual([]);
  });

  test('has an end-to-end test', () => {
    expect(
      missing([
        [
          isDriven(profile),
          `tests/e2e/chromium/steps-${id}.test.ts: drive ${profile.name} from its first step to its last`,
        ],
      ]),
    ).toEqual([]);
  });
});
