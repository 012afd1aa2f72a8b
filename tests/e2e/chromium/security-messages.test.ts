import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { buildFor } from '../support/build.ts';
import { ChromiumExtension } from '../support/chromium.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { startStepProvider } from '../support/step-provider.ts';

const INTRUDER = realpathSync(resolve('tests/e2e/fixtures/intruder'));

/** The id that Chromium gives an unpacked extension without a key: its path's hash, in letters from a to p. */
const INTRUDER_ID = [...createHash('sha256').update(INTRUDER).digest('hex').slice(0, 32)]
  .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
  .join('');

const test = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options }, use) => {
    const directory = `${buildFor('chromium')},${INTRUDER}`;
    const extension = await ChromiumExtension.launch({ ...options, directory });
    await use(extension);
    await extension.close();
  },
});

const COMMANDS = [
  { grantscope: 'command', name: 'status', args: [] },
  { grantscope: 'command', name: 'setRecording', args: [true] },
  { grantscope: 'command', name: 'setRecordingMode', args: ['always'] },
  { grantscope: 'command', name: 'clear', args: ['all'] },
  { grantscope: 'command', name: 'eraseEverything', args: [] },
];

/** Sends each command to our extension from where the page is; gives what came of each. */
const attempt = (page: Page, id: string): Promise<readonly string[]> =>
  page.evaluate(
    async ([target, commands]) => {
      const outcomes: string[] = [];
      for (const command of commands) {
        try {
          const answer: unknown = await chrome.runtime.sendMessage(target, command);
          outcomes.push(answer === undefined ? 'no answer' : JSON.stringify(answer));
        } catch (error) {
          outcomes.push(error instanceof TypeError ? 'no such function' : 'refused');
        }
      }
      return outcomes;
    },
    [id, COMMANDS] as const,
  );

test('another extension can neither command nor listen', async ({ extension }) => {
  const link = await extension.link();
  const intruder = await extension.context.newPage();
  await intruder.goto(`chrome-extension://${INTRUDER_ID}/page.html`);
  const id = new URL(extension.origin).host;
  for (const outcome of await attempt(intruder, id)) expect(['refused', 'no answer']).toContain(outcome);
  const port = await intruder.evaluate(
    (target) =>
      new Promise<string>((settle) => {
        const opened = chrome.runtime.connect(target, { name: 'grantscope:flows' });
        opened.onMessage.addListener(() => settle('told something'));
        opened.onDisconnect.addListener(() => settle('closed'));
        opened.postMessage({ kind: 'subscribe' });
      }),
    id,
  );
  expect(port).toBe('closed');
  expect(await link.call('status')).toMatchObject({ recording: false });
});

test('a web page can neither command, frame, open nor read the extension', async ({ extension }) => {
  const provider = await startStepProvider();
  const page = extension.tab;
  const id = new URL(extension.origin).host;
  await page.goto(provider.pageUrl(`<iframe src="${extension.origin}/workbench.html"></iframe>`));
  for (const outcome of await attempt(page, id)) expect(outcome).toBe('no such function');
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .not.toContain(`${extension.origin}/workbench.html`);
  const read = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        () => 'refused',
      ),
    `${extension.origin}/manifest.json`,
  );
  expect(read).toBe('refused');
  await provider.stop();
});

test('a command of our own page with wrong arguments is refused in words', async ({ extension }) => {
  const page = await extension.openPage('devtools.html');
  const ask = (message: unknown): Promise<unknown> =>
    page.evaluate(async (sent) => (await chrome.runtime.sendMessage(sent)) ?? 'no answer', message);
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'unknown', ''])
    expect(await ask({ grantscope: 'command', name, args: [] }).catch(() => 'no answer')).toBe('no answer');
  for (const [name, args] of [
    ['flow', []],
    ['flow', [{}]],
    ['flow', ['x'.repeat(2_000)]],
    ['launch', [{ url: 1 }]],
    ['clear', [{ flowIds: 'all' }]],
    ['importFlows', [[{ id: 7 }]]],
    ['setRecording', ['yes']],
    ['setRecordingMode', ['sometimes']],
    ['release', ['a', { as: 'changed' }]],
    ['eraseEverything', ['now']],
  ] as const) {
    expect(await ask({ grantscope: 'command', name, args })).toMatchObject({
      ok: false,
      failure: { code: 'wrong-arguments' },
    });
  }
  expect(await ask({ grantscope: 'command', name: 'status', args: [] })).toMatchObject({ ok: true });
});
