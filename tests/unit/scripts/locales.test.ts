import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const read = (locale: string): Readonly<Record<string, Message>> =>
  JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));

const ENGLISH = read('en');
const OTHERS = readdirSync('public/_locales').filter((locale) => locale !== 'en');

test('every English message says for whom it is', () => {
  for (const [name, { message, description = '' }] of Object.entries(ENGLISH)) {
    expect(`${name}: ${message.length > 0 && description.length > 4}`).toBe(`${name}: true`);
  }
});

describe.each(OTHERS)('%s', (locale) => {
  const messages = read(locale);

  test('has every message, with the same places for values', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(ENGLISH).sort());
    for (const [name, { message, placeholders }] of Object.entries(messages)) {
      const places = (text: string): readonly string[] =>
        [...text.matchAll(/\$[A-Z]+\$/g)].map(([place]) => place).sort();
      expect([name, places(message)]).toEqual([name, places(ENGLISH[name]?.message ?? '')]);
      expect([name, placeholders]).toEqual([name, ENGLISH[name]?.placeholders]);
    }
  });

  test('describes the extension in at most 132 characters, as the stores demand', () => {
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

test('every message that the first-run page and the manifest ask for exists, and no other does', () => {
  const sources = [
    readFileSync('wxt.config.ts', 'utf8'),
    ...readdirSync('components/welcome').map((file) => readFileSync(`components/welcome/${file}`, 'utf8')),
  ].join('\n');
  const unused = Object.keys(ENGLISH).filter(
    (name) => !new RegExp(`\\b(__MSG_)?${name}(__)?\\b`).test(sources),
  );
  expect(unused).toEqual([]);
  const asked = [...sources.matchAll(/say\('(\w+)'|__MSG_(\w+?)__|'(welcome[A-Z]\w+)'/g)].flatMap((match) =>
    match.slice(1),
  );
  for (const name of asked) if (name !== undefined) expect(Object.keys(ENGLISH)).toContain(name);
});
