import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Sandbox } from '../../sandbox/start.ts';
import { withRealPorts } from './mapped-sandbox.ts';

/** Runs a copied curl command in a real shell against a sandbox; gives the status and the body as JSON. */
export async function runCurl(
  command: string,
  sandbox: Sandbox,
): Promise<{ readonly status: number; readonly json: unknown }> {
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', withRealPorts(command, sandbox)]);
  const end = stdout.lastIndexOf('\r\n\r\n');
  const [head, body] = [stdout.slice(0, end), stdout.slice(end + 4)];
  return { status: Number(head.split(' ')[1]), json: JSON.parse(body) as unknown };
}
