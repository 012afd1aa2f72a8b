import { DEFAULT_PORTS, PORT_NAMES } from '../../sandbox/ports.ts';
import type { Sandbox } from '../../sandbox/start.ts';
import { ChromiumExtension } from './chromium.ts';
import { test as base } from './fixtures.ts';

/** Tests in a Chromium to which the sandbox's usual ports, which the profiles name, are those of the test's own sandbox. */
export const mappedTest = base.extend<{ readonly extension: ChromiumExtension }>({
  extension: async ({ options, sandbox }, use) => {
    const rules = PORT_NAMES.map(
      (name) => `MAP 127.0.0.1:${DEFAULT_PORTS[name]} 127.0.0.1:${sandbox.ports[name]}`,
    );
    const extension = await ChromiumExtension.launch({
      ...options,
      args: [`--host-resolver-rules=${rules.join(',')}`],
    });
    await use(extension);
    await extension.close();
  },
});

/** A text in which the usual ports are replaced by those of a sandbox, for programs that nobody maps. */
export function withRealPorts(text: string, { ports }: Sandbox): string {
  return PORT_NAMES.reduce(
    (current, name) => current.replaceAll(`127.0.0.1:${DEFAULT_PORTS[name]}`, `127.0.0.1:${ports[name]}`),
    text,
  );
}
