import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which code is in the build. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  /** Subresource Integrity of the package, as the lockfile has it. */
  readonly integrity: string;
  /** Its licence, and its notices when it has some, word for word. */
  readonly texts: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

/** Licences of packages that name theirs and come without its text. */
const LICENCES = 'scripts/build/licences';

const LEGAL = /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i;

/** Reads what is known of an installed package. Throws when its licence or its entry in the lockfile is missing. */
export function readShippedPackage(folder: string, { packages }: Lockfile): ShippedPackage {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const path = folder.slice(folder.indexOf('node_modules/'));
  const locked = packages[path];
  const files = readdirSync(folder)
    .filter((file) => LEGAL.test(file))
    .map((file) => join(folder, file));
  const ours = join(LICENCES, `${name.replace('/', '+')}.txt`);
  if (files.length === 0 && existsSync(ours)) files.push(ours);
  const texts = files.sort().map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0 || license === undefined)
    throw new Error(`${name} is shipped and has no licence text.`);
  if (locked?.integrity === undefined || locked.version !== version) {
    throw new Error(`${name} ${version} is shipped and is not in package-lock.json.`);
  }
  return { name, version, license, integrity: locked.integrity, texts };
}
