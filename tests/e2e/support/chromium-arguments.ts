/** Arguments with which Chromium loads an unpacked extension and leaves the network and small machines alone. */
export function chromiumArguments(directory: string): string[] {
  return [
    `--disable-extensions-except=${directory}`,
    `--load-extension=${directory}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    // Containers have little shared memory, and root has no sandbox.
    '--disable-dev-shm-usage',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
