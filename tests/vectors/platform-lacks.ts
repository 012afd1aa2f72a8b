import { algorithmsOf } from './algorithms-of.ts';
import type { Vector } from './types.ts';

/** A place with a WebCrypto of its own. */
export type Platform = 'node' | 'chromium' | 'firefox';

/** The algorithms, of those known here, for which a platform's WebCrypto has no keys. */
export const PLATFORM_LACKS: Readonly<Record<Platform, readonly string[]>> = {
  node: [],
  // AES with keys of 192 bits.
  chromium: ['ECDH-ES+A192KW', 'A192KW', 'A192GCMKW', 'PBES2-HS384+A192KW', 'A192GCM', 'A192CBC-HS384'],
  firefox: [],
};

/** The algorithm that a vector needs and the platform lacks. */
export function lackedBy(platform: Platform, vector: Vector): string | undefined {
  const needed = algorithmsOf(vector);
  return PLATFORM_LACKS[platform].find((name) => needed.has(name));
}
