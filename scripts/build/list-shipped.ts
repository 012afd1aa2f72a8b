import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { packageFolder } from './bundled-packages.ts';
import { readShippedPackage } from './shipped-package.ts';
import { writeBill, writeNotices } from './write-bill.ts';

/** Files in the packages of the extension that say what is in them. */
export const BILL_FILE = 'sbom.cdx.json';
export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';

/** Notes which packages the bundler takes code of, over all builds of one run, and writes their bill and licences. */
export function listShipped(product: { readonly name: string; readonly version: string }) {
  const folders = new Set<string>();
  const plugin: Plugin = {
    name: 'list-shipped',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const folder = renderedLength > 0 ? packageFolder(id) : undefined;
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
  return {
    plugin,
    /** @param directory of the build */
    write(directory: string): void {
      const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as never;
      const packages = [...folders]
        .map((folder) => readShippedPackage(folder, lockfile))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      writeFileSync(join(directory, BILL_FILE), writeBill(product, packages));
      writeFileSync(join(directory, NOTICES_FILE), writeNotices(packages));
    },
  };
}
