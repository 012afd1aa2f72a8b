import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { httpRequest } from './support/http-request.ts';

const MAIN = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

let running: ChildProcess | undefined;
afterEach(async () => {
  if (running === undefined || running.exitCode !== null) return;
  const ended = once(running, 'exit');
  running.kill('SIGTERM');
  await ended;
});

/** Runs the command and gives what it printed when it says that it is ready, or when it has ended. */
async function start(...args: readonly string[]): Promise<string> {
  running = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args]);
  let printed = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ready = new Promise<void>((resolve) => {
    running?.stdout?.on('data', () => {
      if (printed.includes('Ctrl-C stops.')) resolve();
    });
  });
  await Promise.race([ready, once(running, 'close')]);
  return printed;
}

/** What each provider's server answers to a call without anything. */
const SERVERS: readonly (readonly [server: string, path: string, status: number])[] = [
  ['connectpay', '/auth/v1/oauth2/authorize', 400],
  ['leatherback', '/accounts', 401],
  ['finapi', '/api/v2/users', 404],
  ['obp', '/obp/v3.0.0/users/current', 401],
  ['openid', '/.well-known/openid-configuration', 200],
  ['lab', '/.well-known/oauth-authorization-server', 200],
];

it.each(SERVERS)(
  '%s runs alone on a port of its own',
  async (server, path, status) => {
    const also = server === 'finapi' ? ['--port', 'finapiProcess=0'] : [];
    const printed = await start(server, '--port', '0', '--port', 'down=0', ...also);
    const origin =
      new RegExp(`^${server} +(http://127\\.0\\.0\\.1:\\d+)$`, 'm').exec(printed)?.[1] ?? printed;
    expect((await httpRequest(origin + path)).status).toBe(status);
  },
  30_000,
);

it('finapi brings its Process Controller, which shares its users', async () => {
  const printed = await start('finapi', '--port', '0', '--port', 'finapiProcess=0', '--port', 'down=0');
  const lines = printed.split('\n').map((line) => line.split(' ')[0]);
  expect(lines.slice(0, 2)).toEqual(['finapi', 'finapiProcess']);
}, 30_000);

it('says what is wrong with a command', async () => {
  expect(await start('nosuchserver')).toMatch(/^There is no sandbox server named "nosuchserver"\.\nUsage: /);
}, 30_000);
