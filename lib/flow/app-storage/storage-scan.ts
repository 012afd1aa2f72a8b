/** What of a flow is looked for in the storage of a page; absent members are not known. */
export interface Wanted {
  readonly state?: string;
  readonly nonce?: string;
  /** The S256 challenge of the verifier, or the verifier itself with `plain` (RFC 7636 section 4.2). */
  readonly challenge?: string;
  readonly isPlain?: boolean;
}

/** What an entry of a storage holds of a flow. */
export type Held = 'state' | 'nonce' | 'verifier';

/** An entry of a storage that holds something of a flow; its value stays in the page. */
export interface StorageEntry {
  readonly area: string;
  readonly name: string;
  readonly holds: readonly Held[];
}

/** What was found in the storage of a page. */
export interface StorageScan {
  readonly origin: string;
  readonly entries: readonly StorageEntry[];
  /** How many entries there are. */
  readonly total: number;
}

interface Area {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
}

/**
 * Looks for what a flow was sent with in the storage of a page: in names, in values, in JSON inside of them and in Base64 of it. It
 * is sent into the page as text, so that it uses nothing from outside of itself, SHA-256 included: a page's own is a promise,
 * for which DevTools do not wait.
 */
export function scanStorage(
  wanted: Wanted,
  origin: string,
  areas: Readonly<Record<string, Area | undefined>>,
): StorageScan {
  const MAX_ENTRIES = 1_000;
  const MAX_TEXT = 200_000;
  const MAX_PARTS = 2_000;

  const sha256 = (text: string): string => {
    const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
    const isPrime = (n: number): boolean => {
      for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
      return true;
    };
    const primes: number[] = [];
    for (let n = 2; primes.length < 64; n++) if (isPrime(n)) primes.push(n);
    const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
    const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
    const hash = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
    const bytes = Array.from(text, (unit) => unit.charCodeAt(0) & 0xff);
    const bits = bytes.length * 8;
    bytes.push(0x80);
    while (bytes.length % 64 !== 56) bytes.push(0);
    for (let shift = 56; shift >= 0; shift -= 8) bytes.push(Math.floor(bits / 2 ** shift) & 0xff);
    for (let block = 0; block < bytes.length; block += 64) {
      const words: number[] = [];
      for (let at = 0; at < 64; at++) {
        if (at < 16) {
          const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(block + at * 4, block + at * 4 + 4);
          words.push((a << 24) | (b << 16) | (c << 8) | d);
        } else {
          const [early = 0, late = 0] = [words[at - 15], words[at - 2]];
          const low = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
          const high = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
          words.push(((words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high) | 0);
        }
      }
      let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
      for (let at = 0; at < 64; at++) {
        const first =
          (h +
            (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
            ((e & f) ^ (~e & g)) +
            (constants[at] ?? 0) +
            (words[at] ?? 0)) |
          0;
        const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
      }
      for (const [index, word] of [a, b, c, d, e, f, g, h].entries())
        hash[index] = ((hash[index] ?? 0) + word) | 0;
    }
    const digest = hash.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff));
    return btoa(String.fromCharCode(...digest))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  };

  // oidc-client-ts sends what the application wants back after a semicolon.
  const state = wanted.state?.split(';')[0];
  const holdsVerifier = (text: string): boolean => {
    if (!wanted.challenge || !/^[A-Za-z0-9._~-]{43,128}$/.test(text)) return false;
    return (wanted.isPlain ? text : sha256(text)) === wanted.challenge;
  };
  const heldBy = (text: string): Held[] => [
    ...(text !== '' && (text === wanted.state || text === state) ? (['state'] as const) : []),
    ...(text !== '' && text === wanted.nonce ? (['nonce'] as const) : []),
    ...(holdsVerifier(text) ? (['verifier'] as const) : []),
  ];

  const partsOf = (text: string, depth: number): string[] => {
    const parts = [text, ...text.split(/[^A-Za-z0-9._~-]+/)];
    if (depth === 0) return parts;
    try {
      const value: unknown = JSON.parse(text);
      const inside: unknown[] = [value];
      for (let at = 0; at < inside.length && inside.length < MAX_PARTS; at++) {
        const one = inside[at];
        if (typeof one === 'string' && one !== text) parts.push(...partsOf(one, depth - 1));
        else if (typeof one === 'object' && one !== null) inside.push(...Object.values(one));
      }
    } catch {
      // Most values are no JSON.
    }
    try {
      if (/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(text))
        parts.push(...partsOf(atob(text.replaceAll('-', '+').replaceAll('_', '/')), depth - 1));
    } catch {
      // Nor are they Base64.
    }
    return parts.slice(0, MAX_PARTS);
  };

  const entries: StorageEntry[] = [];
  let total = 0;
  for (const [area, storage] of Object.entries(areas)) {
    for (let index = 0; index < Math.min(storage?.length ?? 0, MAX_ENTRIES); index++) {
      total += 1;
      const name = storage?.key(index) ?? '';
      const value = (storage?.getItem(name) ?? '').slice(0, MAX_TEXT);
      // A name ends with what it is about, behind a dash or a dot that the value itself may have, too.
      const ends = [...name].flatMap((unit, at) => (/[-.:|]/.test(unit) ? [name.slice(at + 1)] : []));
      const found = [name, ...ends, ...partsOf(value, 3)].flatMap(heldBy);
      const holds = (['state', 'nonce', 'verifier'] as const).filter((one) => found.includes(one));
      if (holds.length > 0) entries.push({ area, name: name.slice(0, 200), holds });
    }
  }
  return { origin, entries, total };
}
