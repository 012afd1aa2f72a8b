import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FlowCall } from '../../../lib/flow/types.ts';

/** Answers calls as they were answered in an example. */
export interface CallServer {
  /** URL at which a call is answered as this one was; it ends with the call's own path and query. */
  urlOf(call: FlowCall): string;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port. */
export async function startCallServer(): Promise<CallServer> {
  const answers: Pick<FlowCall, 'status' | 'body'>[] = [];
  const server = createServer((request, response) => {
    const { status = 200, body = '{}' } = answers[Number(request.url?.split('/')[1])] ?? {};
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf(call) {
      answers.push(call);
      const { pathname, search } = new URL(call.url);
      return `http://127.0.0.1:${port}/${answers.length - 1}${pathname}${search}`;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
