import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/**
 * Where each browser is looked for, in this order: its variable, its names on PATH, its usual places. Google Chrome is
 * not among them: since version 137 it refuses to load an extension from the command line.
 */
export const BROWSERS = {
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    debianPackage: 'chromium',
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debianPackage: 'firefox-esr',
  },
};

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed browser, or undefined. */
export function findBrowser(id, env = process.env, exists = isExecutable) {
  const { variable, commands, places } = BROWSERS[id];
  const chosen = env[variable];
  if (chosen) return exists(chosen) ? chosen : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...places].find((file) => exists(file)) ?? downloaded(id, exists);
}

/** Chromium as Playwright downloads it, when it did. */
function downloaded(id, exists) {
  if (id !== 'chromium' || !existsSync('node_modules/@playwright/test')) return undefined;
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const file = chromium.executablePath();
  return file && exists(file) ? file : undefined;
}

/** Finds or installs the browsers and puts their paths into the environment. Gives whether all are there. */
export async function setUpBrowsers(ids) {
  const wrong = ids.find((id) => process.env[BROWSERS[id].variable] && !findBrowser(id));
  if (wrong) {
    const { variable } = BROWSERS[wrong];
    console.error(`${variable} is ${process.env[variable]}, where no program is. Correct it or unset it.`);
    return false;
  }
  const missing = () => ids.filter((id) => findBrowser(id) === undefined);
  if (missing().length > 0) await installWithApt(missing());
  if (missing().length > 0) await installWithPlaywright(missing());
  const [absent] = missing();
  if (absent) {
    const packages = missing().map((id) => BROWSERS[id].debianPackage);
    const names = missing().map((id) => BROWSERS[id].name);
    console.error(
      `${names.join(' and ')} could not be found or installed. Run ` +
        `"sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}", ` +
        `or set ${missing()
          .map((id) => BROWSERS[id].variable)
          .join(' and ')}, and try again.`,
    );
    return false;
  }
  for (const id of ids) process.env[BROWSERS[id].variable] = findBrowser(id);
  return true;
}

/** The words that run apt-get with the rights it needs, or undefined where that is impossible. */
async function aptGet() {
  if (!findProgram('apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  if (findProgram('sudo') && (await run('sudo', ['-n', 'true'])) === 0) {
    return ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  }
  return undefined;
}

async function installWithApt(ids) {
  const words = await aptGet();
  if (words === undefined) return;
  const packages = ids.map((id) => BROWSERS[id].debianPackage);
  console.log(`Installing ${packages.join(' and ')} with apt-get.`);
  const [command, ...before] = words;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const attempt of ['first', 'second']) {
    await run(command, [...before, '-q', 'update'], { env });
    if ((await run(command, [...before, '-q', 'install', '-y', ...packages], { env })) === 0) return;
    if (attempt === 'first') console.log('That failed; trying once more.');
  }
}

async function installWithPlaywright(ids) {
  if (!ids.includes('chromium')) return;
  console.log('Downloading Chromium with "playwright install".');
  await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

const findProgram = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && isExecutable(join(folder, name)));
