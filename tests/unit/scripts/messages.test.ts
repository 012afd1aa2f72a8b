import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLiterals } from '../../../scripts/messages/literals.ts';
import {
  clashingNames,
  lonelyForms,
  type Messages,
  manifestNames,
  placesOf,
  unusedNames,
} from '../../../scripts/messages/messages.ts';

const read = (language: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));

const LANGUAGES = readdirSync('public/_locales');
const ENGLISH = read('en');

const SOURCES = [
  'wxt.config.ts',
  ...['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|html)$/.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  ),
].map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe.each(LANGUAGES)('the messages in %s', (language) => {
  const messages = read(language);

  it('have exactly the names of the English ones', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it('have the places of the English ones, $1 to $9', () => {
    const places = (all: Messages): readonly unknown[] =>
      Object.keys(ENGLISH).map((name) => [name, placesOf(all[name] ?? { message: '' })]);
    expect(places(messages)).toEqual(places(ENGLISH));
    const used = Object.values(messages).flatMap(placesOf);
    expect(used.filter((place) => !/^\$[1-9]$/.test(place))).toEqual([]);
  });

  it('are never empty, nor have space around them', () => {
    const wrong = Object.entries(messages).filter(
      ([, { message }]) => message === '' || message !== message.trim(),
    );
    expect(wrong).toEqual([]);
  });

  it('have a form for other numbers wherever they have one for one', () => {
    expect(lonelyForms(messages)).toEqual([]);
  });

  it('have names that differ in more than case', () => {
    expect(clashingNames(messages)).toEqual([]);
  });

  it('say which language they are in', () => {
    expect(messages.locale?.message).toBe(language);
  });

  it('describe the extension in at most 132 characters, as the stores demand', () => {
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

it('leaves no message unused', () => {
  expect(
    unusedNames(
      ENGLISH,
      SOURCES.map(({ text }) => text),
    ),
  ).toEqual([]);
});

it('has every message that the manifest names', () => {
  const named = SOURCES.flatMap(({ text }) => manifestNames(text));
  expect(named).toContain('extensionName');
  expect(named.filter((name) => !(name in ENGLISH))).toEqual([]);
});

it('has every word of the components in the messages', () => {
  const left = SOURCES.filter(({ path }) => path.endsWith('.tsx')).flatMap(({ path, text }) =>
    findLiterals(path, text).map(({ line, text: words }) => `${path}:${line} ${words}`),
  );
  expect(left).toEqual([]);
});

describe('placesOf', () => {
  it('gives each place once, also those of placeholders, and no dollar signs', () => {
    const placeholders = { host: { content: '$1' } };
    expect(placesOf({ message: '$2 of $HOST$ cost $$3: $2 $NONE$', placeholders })).toEqual([
      '$1',
      '$2',
      '$NONE$',
    ]);
  });
});

describe('unusedNames', () => {
  it('knows a message by its name in quotes, by the name that it counts under and by that of a manifest', () => {
    const messages = Object.fromEntries(
      ['plain', 'flows_one', 'flows_other', 'title', 'gone', 'part'].map((name) => [name, { message: name }]),
    );
    const sources = ["t('plain')", "tCount('flows', 2)", 'name: "__MSG_title__"', "t('partOfIt')"];
    expect(unusedNames(messages, sources)).toEqual(['gone', 'part']);
  });
});

describe('findLiterals', () => {
  const wordsIn = (jsx: string): readonly string[] =>
    findLiterals('a.tsx', `const a = ${jsx};`).map(({ text }) => text);

  it('finds text between tags, with its line', () => {
    expect(findLiterals('a.tsx', 'const a = (\n  <p>\n    No flows{b} yet\n  </p>\n);')).toEqual([
      { line: 3, text: 'No flows' },
      { line: 3, text: 'yet' },
    ]);
  });

  it.each([
    ["<p>{open ? 'Open' : 'Closed'}</p>", ['Open', 'Closed']],
    [`<p>{open && 'Open'}{other ?? \`\${count} flows\`}</p>`, ['Open', 'flows']],
    ["<>{'No ' + name}</>", ['No']],
    [`<input aria-label="Filter" placeholder={\`Find \${what}\`} />`, ['Filter', 'Find']],
    ["<Part title={open ? 'Open' : undefined} of={<b>Inside</b>} />", ['Open', 'Inside']],
  ])('finds the words of %s', (jsx, words) => {
    expect(wordsIn(jsx)).toEqual(words);
  });

  it.each([
    '<p class="muted">{t(\'flowsNone\')} · {count} × 2&nbsp;</p>',
    '<p>Grantscope: GET https://host.example/path error_uri S256</p>',
    '<SecretField what="secret" />',
    "<p>{kind === 'open' && <code>response_mode=form_post</code>}</p>",
    '<Trans name="flowsNone">{[<kbd>Ctrl</kbd>, count]}</Trans>',
    "<p title={t(open ? 'flowsOpen' : 'flowsNone')} onClick={() => take('flow')} />",
  ])('leaves %s', (jsx) => {
    expect(wordsIn(jsx)).toEqual([]);
  });
});
