/** The pure part of lib, and what each of its folders may import from the others. Its own folder always may. */
export const PURE: Readonly<Record<string, readonly string[]>> = {
  jwt: [],
  keys: ['jwt'],
  oauth: ['jwt'],
  providers: ['oauth', 'dauth'],
  flow: ['jwt', 'oauth', 'providers'],
  dauth: ['jwt', 'keys', 'oauth'],
  rules: ['jwt', 'keys', 'oauth', 'flow', 'providers', 'dauth'],
  calls: ['jwt', 'keys', 'oauth', 'providers', 'flow', 'dauth'],
  export: ['jwt', 'keys', 'oauth', 'flow', 'providers', 'dauth', 'rules'],
  observe: ['jwt', 'oauth', 'providers', 'flow', 'export'],
  library: ['jwt', 'keys', 'oauth', 'flow', 'providers', 'dauth', 'rules', 'calls', 'export', 'observe'],
};

/** Layers from the bottom up: a file imports its own layer and those below. */
const LAYERS = [
  Object.keys(PURE).map((folder) => `lib/${folder}`),
  ['lib/index.ts'],
  ['lib/i18n'],
  ['lib/net'],
  ['lib/browser'],
  ['lib/messaging', 'lib/storage', 'lib/capture'],
  ['lib/state'],
  ['components'],
  ['entrypoints'],
];

/** Packages that the pure part may use: they need neither browser API nor DOM. */
const PURE_PACKAGES = new Set(['jose', '@noble/hashes', 'tldts', 'valibot', 'pkijs', 'asn1js']);

/** Packages with one home. */
const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  'webextension-polyfill': ['lib/browser'],
  preact: ['components', 'lib/state'],
  '@preact/signals': ['components', 'lib/state'],
  '@tanstack/virtual-core': ['components'],
  '@codemirror': ['components'],
  idb: ['lib/storage'],
  pkijs: ['lib/keys'],
  asn1js: ['lib/keys'],
  valibot: [
    'lib/oauth',
    'lib/flow',
    'lib/export',
    'lib/rules',
    'lib/providers',
    'lib/messaging',
    'lib/storage',
  ],
};

/** Components are given the browser; they never reach for it. */
const KEPT_FROM_COMPONENTS = new Set(['lib/browser', 'lib/capture']);

/** Names that exist only in a page or an extension. */
export const BROWSER_GLOBALS: ReadonlySet<string> = new Set([
  'browser',
  'chrome',
  'document',
  'window',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'self',
  'DOMParser',
  'HTMLElement',
  'Element',
  'Node',
  'XMLHttpRequest',
  'requestAnimationFrame',
  'process',
  'Buffer',
]);

/** One import, seen from the repository's root. */
export interface Import {
  /** Path of the importing file. */
  readonly from: string;
  /** Path of the imported file, or the package's specifier. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** The folder that counts as a part: `lib/<folder>`, or the first folder. */
export function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'lib' ? `lib/${second}` : first;
}

const layerOf = (part: string): number => LAYERS.findIndex((parts) => parts.includes(part));
const pureFolder = (part: string): string | undefined => {
  const folder = part.replace(/^lib\//, '');
  return part.startsWith('lib/') && Object.hasOwn(PURE, folder) ? folder : undefined;
};
const isTypes = (path: string): boolean => /(^|[/-])types\.ts$/.test(path);

/** Why an import points the wrong way, or undefined when it may stay. */
export function whyNot(entry: Import): string | undefined {
  const part = partOf(entry.from);
  if (layerOf(part) === -1) return part.startsWith('lib/') ? `${part} is in no layer` : undefined;
  return entry.isPackage ? whyNotPackage(part, entry) : whyNotFile(part, entry);
}

function whyNotPackage(part: string, { to }: Import): string | undefined {
  const name = to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? to);
  if (pureFolder(part) !== undefined && !PURE_PACKAGES.has(name)) {
    return `${part} is pure and uses no package but ${[...PURE_PACKAGES].join(', ')}`;
  }
  const homes = PACKAGE_HOMES[name] ?? PACKAGE_HOMES[name.split('/')[0] ?? name];
  if (homes !== undefined && !homes.includes(part))
    return `${name} is imported only by ${homes.join(' and ')}`;
  return name.startsWith('node:') ? 'Node is not in the browser' : undefined;
}

function whyNotFile(part: string, { from, to, typeOnly }: Import): string | undefined {
  const target = partOf(to);
  if (target === part) return whyNotSibling(part, from, to);
  if (layerOf(target) === -1) return `${target} is no layer of the extension`;
  if (layerOf(target) > layerOf(part)) return `${target} lies above ${part}`;
  if (part === 'components' && KEPT_FROM_COMPONENTS.has(target)) {
    return `components are given the browser by lib/state and never reach for ${target}`;
  }
  const folder = pureFolder(part);
  const other = pureFolder(target);
  if (folder === undefined || other === undefined || PURE[folder]?.includes(other)) return undefined;
  if (typeOnly && isTypes(to)) return undefined;
  const allowed = PURE[folder]?.map((name) => `lib/${name}`) ?? [];
  return allowed.length === 0
    ? `${part} imports no other folder, and of their types.ts only types`
    : `${part} imports only ${allowed.join(', ')}, and types from types.ts`;
}

/**
 * A rule stands alone: in the folders below lib/rules a file uses what rules share, never another rule. Only the list of a
 * family, `<family>-rules.ts`, names them all.
 */
function whyNotSibling(part: string, from: string, to: string): string | undefined {
  const isRule = (path: string): boolean => path.split('/').length > 3 && !path.endsWith('-rules.ts');
  if (part !== 'lib/rules' || !isRule(from) || !isRule(to)) return undefined;
  return 'rules never import each other';
}
