import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The build says what is in it: a bill of materials, and the licence of each part word for word. */
export function expectBill(build: string): void {
  const bill = JSON.parse(readFileSync(join(build, 'sbom.cdx.json'), 'utf8')) as {
    readonly components: readonly { readonly name: string; readonly version: string }[];
  };
  const notices = readFileSync(join(build, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const names = bill.components.map(({ name }) => name);
  for (const name of ['preact', 'jose', 'idb', 'webextension-polyfill', '@codemirror/state']) {
    expect(names).toContain(name);
  }
  // Tools of the build are not shipped.
  for (const name of ['typescript', 'vite', 'vitest']) expect(names).not.toContain(name);
  for (const { name, version } of bill.components) expect(notices).toContain(`${name} ${version} (`);
}
