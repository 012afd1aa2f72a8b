/** The parts of package.json that are looked at. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

/** The parts of package-lock.json (version 3) that are looked at. */
export interface Lockfile {
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What keeps an installation from being the same everywhere: a version that is no exact one, a package that the lockfile
 * has not or in another version, one without a SHA-512 hash, or one that comes from a place of its own.
 */
export function lockfileFaults(manifest: Manifest, { packages = {} }: Lockfile): readonly string[] {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const ofManifest = wanted.flatMap(([name, version]) => {
    if (!EXACT.test(version))
      return [`package.json: ${name} asks for “${version}”, which is no exact version`];
    const locked = packages[`node_modules/${name}`]?.version;
    if (locked === undefined) return [`package-lock.json: ${name} ${version} is missing`];
    return locked === version
      ? []
      : [`package-lock.json: ${name} is ${locked}, package.json asks for ${version}`];
  });
  const ofLock = Object.entries(packages).flatMap(([path, { integrity, resolved, link }]) => {
    if (path === '' || link) return link ? [`package-lock.json: ${path} is a link`] : [];
    const faults = SHA512.test(integrity ?? '') ? [] : [`package-lock.json: ${path} has no SHA-512 hash`];
    return resolved === undefined
      ? faults
      : [...faults, `package-lock.json: ${path} names the place it came from`];
  });
  return [...ofManifest, ...ofLock];
}
