import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SETUP = pathToFileURL('scripts/setup/browsers.mjs').href;
let folder = '';

/** Puts a shell script on the PATH of the machine that is pretended. */
function provide(name: string, ...lines: readonly string[]): void {
  const file = join(folder, name);
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
}

/** Runs the setup of a browser on a machine that has nothing but what was provided. */
function setUp(): Promise<{ installed: boolean; output: string }> {
  const script = `import { setUpBrowsers } from '${SETUP}';
console.log('FOUND', await setUpBrowsers(['firefox']), process.env.FIREFOX_PATH);`;
  const env = { PATH: folder, HOME: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], { env }, (_, stdout, stderr) => {
      const output = stdout + stderr;
      resolve({ installed: output.includes(`FOUND true ${join(folder, 'firefox-esr')}`), output });
    });
  });
}

const calls = (): string => readFileSync(join(folder, 'calls'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
  // Whoever is not root asks sudo, which here runs what it is given.
  provide('sudo', 'shift', 'case "$1" in *=*) shift ;; esac', '[ "$1" = true ] && exit 0', 'exec "$@"');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a machine without a browser', () => {
  const log = `echo "$*" >> "$(/usr/bin/dirname "$0")/calls"`;
  const install = `/bin/cp "$0" "$(/usr/bin/dirname "$0")/firefox-esr"`;

  it('gets it from apt-get', async () => {
    provide('apt-get', log, `case "$*" in *install*) ${install} ;; esac`);
    expect((await setUp()).installed).toBe(true);
    expect(calls()).toBe('-q update\n-q install -y firefox-esr\n');
  });

  it('gets it at the second try when the first one fails', async () => {
    provide(
      'apt-get',
      log,
      `case "$*" in *install*) [ -e "$0.tried" ] && ${install} || { : > "$0.tried"; exit 100; } ;; esac`,
    );
    expect((await setUp()).installed).toBe(true);
    expect(calls().match(/install/g)).toHaveLength(2);
  });

  it('is told which command to run when nothing helps', async () => {
    const { installed, output } = await setUp();
    expect(installed).toBe(false);
    expect(output).toContain('apt-get update && sudo apt-get install -y firefox-esr');
    expect(output).toContain('FIREFOX_PATH');
  });
});
