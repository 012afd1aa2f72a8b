import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withoutRawHtml } from '../../../scripts/build/no-raw-html.ts';

describe('withoutRawHtml', () => {
  it('leaves no assignment of HTML in the installed Preact', () => {
    const file = createRequire(import.meta.url)
      .resolve('preact')
      .replace(/preact(\.min)?\.js$/, 'preact.mjs');
    expect(withoutRawHtml(readFileSync(file, 'utf8'))).not.toMatch(/\.innerHTML\s*=[^=]/);
  });

  it('says so when there is nothing to take out', () => {
    expect(() => withoutRawHtml('export const h = 1;')).toThrow('Preact no longer sets innerHTML');
  });
});
