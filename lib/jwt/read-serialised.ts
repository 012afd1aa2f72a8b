import { parseJson } from './parse-json.ts';
import { isPrintablePayload, readPayload } from './read-payload.ts';
import { checkBytes, readJson } from './read-segment.ts';
import type { DecodedToken, Json, JsonObject, TokenProblem, TokenRecipient, TokenSegment } from './types.ts';

/** Signatures or recipients of one token that are read. */
export const MAX_SIGNATURES = 20;

/**
 * Reads a JSON serialisation: JWS (RFC 7515 section 7.2) or JWE (RFC 7516 section 7.2), general or flattened. Undefined
 * when the text is some other JSON, or none. Segments lie where their members' values stand in the text.
 */
export function readSerialised(text: string, problems: TokenProblem[]): DecodedToken | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  if ('signature' in value || 'signatures' in value) return readJws(text, value, problems);
  return 'ciphertext' in value ? readJwe(text, value, problems) : undefined;
}

function readJws(text: string, object: JsonObject, problems: TokenProblem[]): DecodedToken {
  const general = 'signatures' in object;
  const whole = { start: 0, end: text.length };
  const wrong = (message: string, remedy: string): void => {
    problems.push({ code: 'not-a-serialisation', message, remedy, ...whole });
  };
  if (general && ('signature' in object || 'protected' in object || 'header' in object)) {
    wrong(
      'The object has signatures and also a signature of its own.',
      'Keep either the general or the flattened form (RFC 7515 section 7.2.2).',
    );
  }
  const listed = general ? (Array.isArray(object.signatures) ? object.signatures : []) : [object];
  if (listed.length === 0 || listed.length > MAX_SIGNATURES || !listed.every(isObject)) {
    wrong(
      `The token has ${listed.length} signatures that could be read.`,
      `Give one to ${MAX_SIGNATURES} of them, each an object (RFC 7515 section 7.2.1).`,
    );
  }
  const segments: TokenSegment[] = [];
  const signatures = listed
    .filter(isObject)
    .slice(0, MAX_SIGNATURES)
    .map((entry) => {
      const segment = segmentOf(text, 'header', entry.protected);
      const header = segment && readJson(segment, problems);
      const unprotected = isObject(entry.header) ? entry.header : undefined;
      checkDisjoint(header?.object, unprotected, segment ?? whole, problems);
      const signature = segmentOf(text, 'signature', entry.signature);
      if (!signature)
        wrong('A signature is missing.', 'Add the member “signature” (RFC 7515 section 7.2.1).');
      if (segment) segments.push(segment);
      if (signature) {
        checkBytes(signature, problems);
        segments.push(signature);
      }
      return {
        ...(header?.object ? { header: header.object } : {}),
        ...(unprotected ? { unprotected } : {}),
        protectedText: segment?.text ?? '',
        signature: signature?.text ?? '',
      };
    });
  const [first] = signatures;
  const payloadSegment = segmentOf(text, 'payload', object.payload);
  const payload = payloadSegment && readPayload(payloadSegment, first?.header, problems);
  if (payloadSegment) segments.splice(1, 0, payloadSegment);
  return {
    kind: problems.every(isPrintablePayload) ? 'jws' : 'malformed',
    serialisation: general ? 'general' : 'flattened',
    token: text.trim(),
    ...(first?.header ? { header: first.header } : {}),
    ...(first?.unprotected ? { unprotected: first.unprotected } : {}),
    ...(payload?.object ? { payload: payload.object } : {}),
    ...(payload?.text !== undefined ? { payloadText: payload.text } : {}),
    ...(payloadSegment === undefined || payloadSegment.text === '' ? { detached: true } : {}),
    ...(first?.header?.b64 === false ? { unencoded: true } : {}),
    signatures,
    segments,
    problems,
  };
}

const JWE_PARTS = [
  ['iv', 'initialization vector'],
  ['ciphertext', 'ciphertext'],
  ['tag', 'authentication tag'],
] as const;

function readJwe(text: string, object: JsonObject, problems: TokenProblem[]): DecodedToken {
  const general = 'recipients' in object;
  const segment = segmentOf(text, 'header', object.protected);
  const header = segment && readJson(segment, problems);
  const unprotected = isObject(object.unprotected) ? object.unprotected : undefined;
  checkDisjoint(header?.object, unprotected, segment ?? { start: 0, end: text.length }, problems);
  const listed =
    general && Array.isArray(object.recipients) && object.recipients.length > 0
      ? object.recipients.filter(isObject)
      : [object];
  const recipients = listed.slice(0, MAX_SIGNATURES).map(
    (entry): TokenRecipient => ({
      ...(isObject(entry.header) ? { header: entry.header } : {}),
      ...(typeof entry.encrypted_key === 'string' ? { encryptedKey: entry.encrypted_key } : {}),
    }),
  );
  const parts = JWE_PARTS.flatMap(([name, label]) => segmentOf(text, label, object[name]) ?? []);
  for (const part of parts) checkBytes(part, problems);
  return {
    kind: problems.every(isPrintablePayload) ? 'jwe' : 'malformed',
    serialisation: general ? 'general' : 'flattened',
    token: text.trim(),
    ...(header?.object ? { header: header.object } : {}),
    ...(unprotected ? { unprotected } : {}),
    recipients,
    segments: [...(segment ? [segment] : []), ...parts],
    problems,
  };
}

/** A name may stand in the protected or in the unprotected header, not in both (RFC 7515 section 7.2.1). */
function checkDisjoint(
  header: JsonObject | undefined,
  unprotected: JsonObject | undefined,
  { start, end }: { readonly start: number; readonly end: number },
  problems: TokenProblem[],
): void {
  const name = header && unprotected && Object.keys(unprotected).find((key) => Object.hasOwn(header, key));
  if (name === undefined) return;
  problems.push({
    code: 'repeated-name',
    message: `The name “${name}” stands in the protected and in the unprotected header.`,
    remedy: 'Leave the protected one (RFC 7515 section 7.2.1).',
    start,
    end,
  });
}

function segmentOf(
  text: string,
  name: TokenSegment['name'],
  value: Json | undefined,
): TokenSegment | undefined {
  if (typeof value !== 'string') return undefined;
  const at = text.indexOf(JSON.stringify(value));
  const start = at < 0 ? 0 : at + 1;
  return { name, text: value, start, end: at < 0 ? text.length : start + value.length };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
