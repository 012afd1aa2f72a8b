import { describe, expect, it } from 'vitest';
import { checkSource } from '../../../scripts/imports/check-source.ts';

describe('the layers', () => {
  it.each([
    ['entrypoints/panel/main.tsx', "import { mountApp } from '../../components/app/mount-app.tsx';"],
    ['entrypoints/background/main.ts', "import { browser } from '../../lib/browser/browser.ts';"],
    ['components/flows/list.tsx', "import { useFlows } from '../../lib/state/flows.ts';"],
    ['components/flows/list.tsx', "import { decodeToken } from '../../lib/jwt/decode.ts';"],
    ['components/flows/list.tsx', "import { useState } from 'preact/hooks';"],
    ['lib/state/app/services.ts', "import type { Background } from '../messaging/protocol.ts';"],
    ['lib/capture/listen.ts', "import { writeJournal } from '../storage/journal.ts';"],
    ['lib/storage/archive.ts', "import { openDB } from 'idb';"],
    ['lib/browser/browser.ts', "import browser from 'webextension-polyfill';"],
    ['lib/rules/run.ts', "import { state } from './callback/cb01-state.ts';"],
    ['lib/rules/callback/cb01-state.ts', "import { defineRule } from '../define.ts';"],
    ['lib/flow/reduce.ts', "import { identify } from '../providers/identify.ts';"],
    ['lib/jwt/sign.ts', "import { SignJWT } from 'jose';"],
    ['tests/unit/flow.test.ts', "import { browser } from '../../lib/browser/browser.ts';"],
  ])('lets %s have %s', (path, text) => {
    expect(checkSource(path, text)).toEqual([]);
  });

  it('names file, line, what was imported and why not', () => {
    const text = "import { a } from './a.ts';\n\nimport { reduceFlows } from '../flow/reduce.ts';\n";
    expect(checkSource('lib/oauth/parse.ts', text)).toEqual([
      'lib/oauth/parse.ts:3 → lib/flow/reduce.ts: lib/oauth imports only lib/jwt, and types from types.ts',
    ]);
  });

  it.each([
    [
      'lib/state/flows.ts',
      "import { List } from '../../components/list.tsx';",
      'components lies above lib/state',
    ],
    ['lib/browser/access.ts', "import { a } from '../storage/a.ts';", 'lib/storage lies above lib/browser'],
    [
      'components/a.tsx',
      "import { browser } from '../lib/browser/browser.ts';",
      'never reach for lib/browser',
    ],
    ['components/a.tsx', "import browser from 'webextension-polyfill';", 'imported only by lib/browser'],
    [
      'lib/flow/a.ts',
      "import { signal } from '@preact/signals';",
      'is pure and uses no package but jose, @noble/hashes',
    ],
    [
      'lib/flow/a.ts',
      "import { readFileSync } from 'node:fs';",
      'is pure and uses no package but jose, @noble/hashes',
    ],
    ['lib/state/a.ts', "import { EditorView } from '@codemirror/view';", 'imported only by components'],
    ['lib/capture/a.ts', "import { setTimeout } from 'node:timers';", 'Node is not in the browser'],
    ['lib/jwt/a.ts', "import { b } from '../oauth/b.ts';", 'lib/jwt imports no other folder'],
    ['lib/providers/a.ts', "import { b } from '../flow/b.ts';", 'lib/providers imports only lib/oauth'],
    ['lib/rules/callback/a.ts', "import { b } from '../callback/b.ts';", 'rules never import each other'],
    ['lib/rules/request/a.ts', "import { b } from '../callback/b.ts';", 'rules never import each other'],
    ['lib/other/a.ts', "import { b } from '../jwt/b.ts';", 'lib/other is in no layer'],
    ['lib/capture/a.ts', "import { b } from '../../tests/b.ts';", 'tests is no layer of the extension'],
  ])('keeps %s from having %s', (path, text, reason) => {
    expect(checkSource(path, text)).toEqual([expect.stringContaining(reason)]);
  });

  it('lets the pure part share the types of a types.ts, and nothing else of it', () => {
    expect(checkSource('lib/oauth/a.ts', "import type { Profile } from '../providers/types.ts';")).toEqual(
      [],
    );
    expect(checkSource('lib/oauth/a.ts', "import { type Profile } from '../providers/types.ts';")).toEqual(
      [],
    );
    expect(checkSource('lib/oauth/a.ts', "import { LIMIT } from '../providers/types.ts';")).toHaveLength(1);
    expect(checkSource('lib/oauth/a.ts', "import type { Row } from '../providers/rows.ts';")).toHaveLength(1);
  });

  it('sees exports from elsewhere and imports at run time', () => {
    expect(checkSource('lib/jwt/a.ts', "export { b } from '../flow/b.ts';")).toHaveLength(1);
    expect(checkSource('lib/jwt/a.ts', "export * from '../flow/b.ts';")).toHaveLength(1);
    expect(checkSource('lib/jwt/a.ts', "const b = await import('../flow/b.ts');")).toHaveLength(1);
  });
});

describe('the pure part', () => {
  it.each([
    'chrome.storage.session.get()',
    'const { href } = document.location;',
    'export const width = () => window.innerWidth;',
    'export const element = (it: HTMLElement) => it;',
    'export const copy = { location };',
  ])('must not use the browser: %s', (text) => {
    expect(checkSource('lib/flow/a.ts', text)).toEqual([
      expect.stringMatching(/^lib\/flow\/a\.ts:1 → \w+: lib\/flow is pure and must run without a browser$/),
    ]);
  });

  it.each([
    'export const f = (hop: { location: string }) => hop.location;',
    'export const f = ({ location }: { location: string }) => location;',
    'export function f(window: number) { return window; }',
    'const history = [1]; export const last = history.at(-1);',
    "export const text = 'document.title'; // window",
    "export type Part = { document: string } & { readonly ['x']: 1 };",
  ])('may use the same words for its own things: %s', (text) => {
    expect(checkSource('lib/flow/a.ts', text)).toEqual([]);
  });

  it('is not everything: above it the browser may be used', () => {
    expect(checkSource('lib/browser/a.ts', 'navigator.clipboard')).toEqual([]);
  });

  it.each([
    ['let last = 0;', 'last is declared with let'],
    ['var last;', 'last is declared with var'],
    ['export let last = 0;', 'last is declared with let'],
    ['const known = new Map(); export const put = (a) => known.set(a, 1);', 'known is changed'],
    ['const known = new WeakMap(); export function put(a) { known.set(a, 1); }', 'known is changed'],
    ['export const all = []; export const put = (a) => all.push(a);', 'all is changed'],
    ['const box = { a: 1 }; export const put = (a) => { box.a = a; };', 'box is changed'],
    ['const box = { a: { b: 1 } }; export const put = () => { delete box.a.b; };', 'box is changed'],
    ['const box = { a: 1 }; export const put = () => box.a++;', 'box is changed'],
    ["import { PROFILES } from './registry.ts'; Object.assign(PROFILES, {});", 'PROFILES is changed'],
  ])('keeps the pure part from %s', (text, what) => {
    expect(checkSource('lib/providers/catalogue.ts', text)).toEqual([
      `lib/providers/catalogue.ts:1 → ${what}: lib/providers is pure and keeps nothing between two calls`,
    ]);
    expect(checkSource('lib/state/catalogue.ts', text)).toEqual([]);
  });

  it.each([
    'const NAMES = new Set(["a"]); export const has = (a) => NAMES.has(a);',
    'export function read() { let last = 0; last += 1; const all = []; all.push(last); return all; }',
    'const found = 1; export function read() { const found = new Map(); found.set(1, 2); return found; }',
    'export function read(all) { all.push(1); }',
    'const all = [3, 1]; export const sorted = () => all.toSorted();',
  ])('lets the pure part have %s', (text) => {
    expect(checkSource('lib/providers/catalogue.ts', text)).toEqual([]);
  });
});
