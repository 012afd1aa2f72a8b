import { type BrokenToken, brokenTokens } from '../../jwt/broken.ts';
import { jsonWords } from '../../jwt/json-words.ts';
import type { JsonObject } from '../../jwt/types.ts';
import { exportSpkiPem } from '../../keys/export-key.ts';
import { generateKey } from '../../keys/generate.ts';
import type { SignKey } from './token-sign-key.ts';

/** Makes deliberately broken variants of a token; the wrong key among them is made for the purpose and thrown away. */
export async function makeBrokenTokens(
  header: JsonObject,
  claims: JsonObject,
  { key, publicJwk }: SignKey,
  now: number,
): Promise<readonly BrokenToken[]> {
  const algorithm = jsonWords(header.alg);
  const otherKey = algorithm.startsWith('HS')
    ? crypto.getRandomValues(new Uint8Array(64))
    : (await generateKey('thrown away', algorithm)).privateKey;
  const publicPem = publicJwk && (await exportSpkiPem(publicJwk));
  return brokenTokens({
    header,
    claims,
    key,
    otherKey,
    now,
    ...(publicPem === undefined ? {} : { publicPem }),
  });
}
