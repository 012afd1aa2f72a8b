import type { Plugin } from 'vite';

const ASSIGNMENT = /\.innerHTML=(\w+\.__html)/g;

/**
 * Takes out of Preact the one place where it would parse a text as HTML (`dangerouslySetInnerHTML`): it sets the text
 * instead. Nothing here uses it, and so nothing ever can. Fails when a new version of Preact no longer has that place.
 */
export function noRawHtml(): Plugin {
  return {
    name: 'no-raw-html',
    transform(code, id) {
      if (!/\/preact\/dist\/preact(\.module)?\.m?js$/.test(id.split('?')[0] ?? '')) return null;
      return { code: withoutRawHtml(code), map: null };
    },
  };
}

/** The code of Preact with that assignment made harmless. Throws when it is not found. */
export function withoutRawHtml(code: string): string {
  const safe = code.replace(ASSIGNMENT, '.textContent=$1');
  if (safe === code)
    throw new Error('Preact no longer sets innerHTML where it did; see to scripts/build/no-raw-html.ts.');
  return safe;
}
