import { type JwsAlgorithm, jwsAlgorithm } from './algorithms.ts';
import { encodeBase64url, readBase64url } from './base64url.ts';
import type { DecodedToken, JsonObject, TokenSignature } from './types.ts';

/** One signature with what it signs (RFC 7515 section 5.2). */
export interface SignedPart {
  readonly algorithm: string;
  readonly entry: JwsAlgorithm;
  /** Protected and unprotected header as one (RFC 7515 section 4). */
  readonly header: JsonObject;
  readonly unprotected?: JsonObject;
  readonly protectedText: string;
  /** The payload as it is signed: base64url, or itself (RFC 7797 section 3). */
  readonly payload: string;
  readonly signatureText: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly input: Uint8Array<ArrayBuffer>;
}

/** Every signature of a decoded token. */
export function signaturesOf(decoded: DecodedToken): readonly TokenSignature[] {
  if (decoded.signatures) return decoded.signatures;
  const [header, , signature] = decoded.segments;
  return [
    {
      ...(decoded.header ? { header: decoded.header } : {}),
      protectedText: header?.text ?? '',
      signature: signature?.text ?? '',
    },
  ];
}

/** Puts together what a signature signs, or undefined when its algorithm is unknown. `payload` is that of a detached token. */
export function signedPart(
  decoded: DecodedToken,
  signature: TokenSignature,
  payload?: string | Uint8Array,
): SignedPart | undefined {
  const header = joseHeader(signature);
  const entry = jwsAlgorithm(header.alg);
  if (!entry) return undefined;
  const inside = decoded.segments.find(({ name }) => name === 'payload')?.text ?? '';
  const outside =
    payload === undefined || !decoded.detached ? undefined : encodePayload(payload, header.b64 === false);
  const signed = outside ?? inside;
  return {
    algorithm: header.alg as string,
    entry,
    header,
    ...(signature.unprotected ? { unprotected: signature.unprotected } : {}),
    protectedText: signature.protectedText,
    payload: signed,
    signatureText: signature.signature,
    signature: readBase64url(signature.signature).bytes ?? new Uint8Array(),
    input: new TextEncoder().encode(`${signature.protectedText}.${signed}`),
  };
}

/** The union of a signature's headers. They are disjoint, or the token is malformed. */
export function joseHeader({ header, unprotected }: TokenSignature): JsonObject {
  return { ...unprotected, ...header };
}

function encodePayload(payload: string | Uint8Array, raw: boolean): string {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  return raw ? new TextDecoder().decode(bytes) : encodeBase64url(bytes);
}
