import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { curlCommand } from '../../../lib/calls/curl-command.ts';
import type { BuiltRequest } from '../../../lib/calls/types.ts';

const run = promisify(execFile);

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly value: string | undefined;
  readonly length: string | undefined;
  readonly body: string;
}

let server: Server;
let origin: string;
let received: Received[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method, url, headers } = request;
      const value = headers['x-value'] as string | undefined;
      received.push({ method, url, value, length: headers['content-length'], body });
      response.end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const requestOf = (change: Partial<BuiltRequest> = {}): BuiltRequest => ({
  method: 'POST',
  url: [{ text: `${origin}/a` }],
  headers: [],
  encoding: 'form',
  ...change,
});

/** Runs the commands in a real shell with a real curl, and gives what the server received. */
async function sentAll(requests: readonly BuiltRequest[]): Promise<readonly Received[]> {
  const commands = requests.map((request) => {
    const { command, failure } = curlCommand(request);
    if (command === undefined) throw new Error(failure.message);
    return command;
  });
  received = [];
  await run('/bin/sh', ['-c', commands.join('\n')]);
  return received;
}

async function sent(request: BuiltRequest): Promise<Received | undefined> {
  return (await sentAll([request]))[0];
}

const NASTY = [
  "it's",
  '"$(id)" `id` $HOME \\',
  '@/etc/passwd',
  '-o /tmp/x',
  '--data x',
  'a\nb\r\n\tc',
  '!history #comment ~ * ? [a-z] {a,b}',
  'ü€😀',
  "''''",
  '\\\n',
];

describe('a command in a real shell', () => {
  test.each(NASTY)('carries %o in the body', async (text) => {
    expect((await sent(requestOf({ body: [{ text }] })))?.body).toBe(text);
  });

  test('carries any body byte for byte', async () => {
    const anyText = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((text) => !text.includes('\0') && text.isWellFormed());
    const many = fc.array(anyText, { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(many, async (texts) => {
        const all = await sentAll(texts.map((text) => requestOf({ body: [{ text }] })));
        expect(all.map(({ body }) => body)).toEqual(texts);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test('carries any header text', async () => {
    const anyText = fc.string({ unit: 'grapheme-ascii', maxLength: 40 }).map((text) => text.trim());
    const many = fc.array(anyText, { minLength: 20, maxLength: 20 });
    const withHeader = (text: string): BuiltRequest =>
      requestOf({ headers: [{ name: 'X-Value', value: [{ text }] }], body: [{ text: '' }] });
    await fc.assert(
      fc.asyncProperty(many, async (texts) => {
        const all = await sentAll(texts.map(withHeader));
        expect(all.map(({ value }) => value)).toEqual(texts);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test('reads the URL as it stands: no pattern, no removed segments', async () => {
    const url = [{ text: `${origin}/a/../b?x=[1-3]&y={p,q}` }];
    expect((await sent(requestOf({ method: 'GET', url })))?.url).toBe('/a/../b?x=[1-3]&y={p,q}');
  });

  test('sends a length when there is no body', async () => {
    expect(await sent(requestOf({ encoding: 'none' }))).toMatchObject({
      method: 'POST',
      length: '0',
      body: '',
    });
  });
});

test('refuses U+0000, which no word of a shell can hold', () => {
  expect(curlCommand(requestOf({ body: [{ text: 'a\0b' }] })).failure?.code).toBe('nul-in-command');
});

test('asks for HTTP/1.1 over https where the letter case of a header matters', () => {
  const url = [{ text: 'https://x.example/' }];
  expect(curlCommand(requestOf({ url }), { http1: true }).command).toContain('--http1.1');
  expect(curlCommand(requestOf({ url })).command).not.toContain('--http1.1');
});
