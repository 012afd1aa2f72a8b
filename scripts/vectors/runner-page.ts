import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Rolldown } from 'vite';
import type { VectorResult } from '../../tests/vectors/run.ts';
import type { Vector } from '../../tests/vectors/types.ts';

const ENTRY = 'tests/vectors/run.ts';
/** What the script is called in the page. */
const GLOBAL = 'grantscopeVectors';
const PAGE = '<!doctype html><meta charset="utf-8"><title>Vectors</title><script src="/run.js"></script>';

/** A page that can run vectors, and nothing else; on loopback, because WebCrypto is for secure contexts only. */
export interface RunnerPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves {@link RunnerPage} on a free port of 127.0.0.1. */
export async function serveRunnerPage(): Promise<RunnerPage> {
  const script = await bundleRunner();
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/run.js' ? ['text/javascript', script] : ['text/html', PAGE];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Runs vectors in the page.
 * @param evaluate gives the value of a script in the page, awaited when it is a promise
 */
export async function runInPage(
  evaluate: (script: string) => Promise<unknown>,
  vectors: readonly Vector[],
): Promise<VectorResult> {
  // As text both ways: no driver's way of carrying objects has a say in what the vectors are.
  const list = JSON.stringify(JSON.stringify(vectors));
  const result = await evaluate(`${GLOBAL}.runVectors(JSON.parse(${list})).then(JSON.stringify)`);
  return JSON.parse(String(result)) as VectorResult;
}

/** `runVectors` and all that it needs, as one classic script. */
async function bundleRunner(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['iife'], name: GLOBAL } },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((entry) => entry.type === 'chunk');
  if (chunk === undefined) throw new Error(`Vite made no script of ${ENTRY}.`);
  return chunk.code;
}
