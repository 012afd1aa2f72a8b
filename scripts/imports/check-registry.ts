/** Hosts of package registries, as suffixes; joined here so that this file does not name one. */
const REGISTRY_HOSTS = [
  ['registry', 'npmjs', 'org'],
  ['npmjs', 'com'],
  ['registry', 'yarnpkg', 'com'],
  ['npm', 'pkg', 'github', 'com'],
  ['npm', 'jsr', 'io'],
].map((labels) => labels.join('.'));

/** Lines that name a package registry: where packages come from is the machine's business. */
export function checkRegistry(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const host = REGISTRY_HOSTS.find((name) => line.toLowerCase().includes(name));
    return host === undefined ? [] : [`${path}:${index + 1} → ${host}: no file names a package registry`];
  });
}

/** Packages of a lockfile that say from which host they came. */
export function checkLockfile(path: string, text: string): string[] {
  const { packages = {} } = JSON.parse(text) as { packages?: Record<string, { resolved?: string }> };
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined && /^[a-z+]+:\/\//i.test(resolved))
    .map(([name, { resolved }]) => `${path} → ${name}: resolved names the host of ${resolved}`);
}
