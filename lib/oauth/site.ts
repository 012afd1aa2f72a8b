import { parseUrl } from './url.ts';

/** Second labels under which a country's registry gives out names: `example.co.uk` is a site, `co.uk` is not. */
const REGISTRY_LABELS: ReadonlySet<string> = new Set([
  ...[
    'ac',
    'co',
    'com',
    'edu',
    'go',
    'gob',
    'gouv',
    'gov',
    'gub',
    'id',
    'ltd',
    'me',
    'mil',
    'ne',
    'net',
    'nhs',
    'nom',
  ],
  ...['or', 'org', 'plc', 'police', 'sch'],
]);

/** Suffixes of hosts under which each customer is a site of its own, as far as developers use them. */
const SHARED_HOSTS: ReadonlySet<string> = new Set([
  ...[
    'appspot.com',
    'azurestaticapps.net',
    'azurewebsites.net',
    'cloudfront.net',
    'firebaseapp.com',
    'fly.dev',
  ],
  ...[
    'github.io',
    'gitlab.io',
    'herokuapp.com',
    'loca.lt',
    'netlify.app',
    'ngrok-free.app',
    'ngrok-free.dev',
  ],
  ...[
    'ngrok.app',
    'ngrok.dev',
    'ngrok.io',
    'onrender.com',
    'pages.dev',
    'run.app',
    'trycloudflare.com',
    'vercel.app',
  ],
  ...['web.app', 'workers.dev', 'blogspot.com', 'surge.sh', 'glitch.me', 'repl.co', 'deno.dev'],
]);

/**
 * The site of a URL: its registrable domain, or the whole host of an address or a name without a dot (HTML standard,
 * "obtain a site"). It is an approximation: the list of public suffixes is too large to be loaded, so that a suffix that is
 * neither a country's usual one nor a known shared host is taken to have one label. Undefined when there is no host.
 * @param schemeful whether `http` and `https` are different sites, as in Chromium
 */
export function siteOf(url: string, schemeful = false): string | undefined {
  const parsed = parseUrl(url);
  if (!parsed?.hostname) return undefined;
  const site = registrableDomain(parsed.hostname);
  return schemeful ? `${parsed.protocol}//${site}` : site;
}

/** The registrable domain of a host name, by the approximation of {@link siteOf}. */
export function registrableDomain(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  return labels.slice(-(suffixLength(labels) + 1)).join('.');
}

/** True for a host that is a public suffix as far as {@link siteOf} knows them. */
export function isPublicSuffix(hostname: string): boolean {
  const labels = hostname.toLowerCase().split('.');
  return labels.length <= suffixLength(labels);
}

function suffixLength(labels: readonly string[]): number {
  const [second = '', first = ''] = labels.slice(-2);
  if (SHARED_HOSTS.has(`${second}.${first}`)) return 2;
  return first.length === 2 && REGISTRY_LABELS.has(second) ? 2 : 1;
}
