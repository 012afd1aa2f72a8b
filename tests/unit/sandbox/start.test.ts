import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PORTS,
  EPHEMERAL_PORTS,
  PortTakenError,
  SERVER_NAMES,
  startSandbox,
} from '../../sandbox/start.ts';
import { httpRequest } from './support/http-request.ts';

const refused = expect.objectContaining({ code: 'ECONNREFUSED' });

describe('a sandbox on free ports', () => {
  it('answers on every port but one, and on none after stop', async () => {
    const sandbox = await startSandbox({ ports: EPHEMERAL_PORTS });
    expect(new Set(Object.values(sandbox.ports)).size).toBe(Object.keys(DEFAULT_PORTS).length);
    for (const name of SERVER_NAMES) {
      expect(sandbox.urls[name]).toBe(`http://127.0.0.1:${sandbox.ports[name]}`);
      expect((await httpRequest(sandbox.urls[name])).status).toBeGreaterThanOrEqual(200);
    }
    await expect(httpRequest(sandbox.urls.down)).rejects.toEqual(refused);
    await sandbox.stop();
    for (const url of Object.values(sandbox.urls)) await expect(httpRequest(url)).rejects.toEqual(refused);
  });

  it('starts only the servers that are named', async () => {
    const sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['lab'] });
    expect((await httpRequest(`${sandbox.urls.lab}/jwks`)).status).toBe(200);
    expect(sandbox.ports.client).toBe(0);
    await sandbox.stop();
  });
});

describe('a port that is taken', () => {
  it('gives an error that says what to do, and stops what had been started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port: taken } = other.address() as AddressInfo;
    const free = await freePort();

    const attempt = startSandbox({ ports: { ...EPHEMERAL_PORTS, start: free, lab: taken } });
    await expect(attempt).rejects.toEqual(
      expect.objectContaining({
        code: 'port_taken',
        server: 'lab',
        port: taken,
        message:
          `Port ${taken}, wanted by the lab sandbox, is already in use. Stop the program that uses it, or ` +
          'choose another port: npm run sandbox -- --port lab=<number>, or ' +
          'startSandbox({ ports: { lab: 0 } }) for any free one.',
      }),
    );
    await expect(attempt).rejects.toBeInstanceOf(PortTakenError);
    await expect(httpRequest(`http://127.0.0.1:${free}/`)).rejects.toEqual(refused);
    await new Promise((resolve) => other.close(resolve));
  });

  it('counts for the dead port too: nothing may listen there', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port: down } = other.address() as AddressInfo;
    await expect(startSandbox({ ports: { ...EPHEMERAL_PORTS, down }, servers: ['client'] })).rejects.toEqual(
      expect.objectContaining({ server: 'down', port: down }),
    );
    await new Promise((resolve) => other.close(resolve));
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
