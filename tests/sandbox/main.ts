import { parseArgs } from 'node:util';
import { PORT_NAMES, type PortName, type ServerName } from './ports.ts';
import { PortTakenError, type SandboxOptions, SERVER_NAMES, startSandbox } from './start.ts';

const USAGE = `Usage: npm run sandbox -- [${SERVER_NAMES.join('|')}] [--port <number>]
       npm run sandbox -- [--port <name>=<number>]…`;

/** finAPI is two servers that share their users. */
const COMPANIONS: Readonly<Partial<Record<ServerName, readonly ServerName[]>>> = {
  finapi: ['finapiProcess'],
};

/** Reads the command line: one server and its port, or everything with some ports changed. */
function readOptions(args: readonly string[]): SandboxOptions {
  const { positionals, values } = parseArguments(args);
  const [name, ...more] = positionals;
  if (more.length > 0) throw new UsageError('Name one server, or none to start them all.');
  const server = SERVER_NAMES.find((known) => known === name);
  if (name !== undefined && server === undefined) {
    throw new UsageError(`There is no sandbox server named "${name}".`);
  }
  const ports = Object.fromEntries((values.port ?? []).map((text) => readPort(text, server)));
  return server === undefined ? { ports } : { servers: [server, ...(COMPANIONS[server] ?? [])], ports };
}

function parseArguments(args: readonly string[]): {
  positionals: string[];
  values: { port?: string[] | undefined };
} {
  try {
    const port = { type: 'string', multiple: true } as const;
    return parseArgs({ args: [...args], options: { port }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readPort(text: string, server: ServerName | undefined): [PortName, number] {
  const [, name = server, digits = ''] = /^(?:(\w+)=)?(\d{1,5})$/.exec(text) ?? [];
  const known = PORT_NAMES.find((candidate) => candidate === name);
  if (digits === '' || Number(digits) > 65535) throw new UsageError(`"${text}" is not a port number.`);
  if (known === undefined)
    throw new UsageError('Say which server shall use the port: --port <name>=<number>.');
  return [known, Number(digits)];
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const sandbox = await startSandbox(options);
  for (const name of options.servers ?? SERVER_NAMES) console.log(`${name.padEnd(14)} ${sandbox.urls[name]}`);
  if (options.servers === undefined) console.log(`\nOpen ${sandbox.urls.start} for the scenarios.`);
  console.log('Ctrl-C stops.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop());
  }
}

class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\n${USAGE}`);
  }
}

main().catch((error: unknown) => {
  const isExpected = error instanceof UsageError || error instanceof PortTakenError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
});
