import { existsSync, readFileSync, statSync } from 'node:fs';
import { run } from './run.mjs';

const LOCK = 'package-lock.json';
/** What npm writes into node_modules about everything it installed there. */
const INSTALLED = 'node_modules/.package-lock.json';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** Why the packages must be installed, or undefined when node_modules holds what the lockfile names. */
export function whyInstall() {
  if (!existsSync(INSTALLED)) return 'node_modules is missing';
  if (!existsSync(LOCK)) return undefined;
  if (statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return undefined;
  // A checkout touches the lockfile without changing it, so its age alone proves nothing.
  const different = firstDifference(packagesOf(LOCK), packagesOf(INSTALLED));
  return different && `${different} in node_modules is not the one of ${LOCK}`;
}

/** The first package of a lockfile that is not installed in its version; optional ones may be missing. */
export function firstDifference(locked, installed) {
  return Object.keys(locked).find((path) => {
    const entry = locked[path];
    if (path === '' || entry.link) return false;
    const found = installed[path];
    if (found === undefined) return !entry.optional && !entry.devOptional && !entry.peer;
    return found.version !== entry.version;
  });
}

/**
 * `npm ci` refuses a lockfile that lacks packages for platforms a registry does not carry; this honours the lockfile's
 * versions and hashes all the same, and writes neither it nor package.json.
 */
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund'];

/** Installs the packages when they are missing or not those of the lockfile. */
export async function setUpPackages() {
  const reason = whyInstall();
  if (reason === undefined) return true;
  console.log(`Installing packages (npm install), because ${reason}.`);
  if ((await run('npm', INSTALL)) === 0) return true;
  console.error('The packages could not be installed. Run "npm install" to see why.');
  return false;
}
