import { decodeToken } from '../jwt/decode.ts';
import type { DecodedToken } from '../jwt/types.ts';
import { formEncodeParameter } from '../oauth/build-authorize-url.ts';
import { isBrowserError, isMethod, isOwnId, isOwnWord, isRuleId } from './redaction/own-words.ts';
import { createPlaceholders, type HiddenValue } from './redaction/placeholders.ts';
import { redactMessage } from './redaction/redact-message.ts';
import { redactName } from './redaction/redact-name.ts';
import { redactSentence } from './redaction/redact-sentence.ts';
import { redactUrl } from './redaction/redact-url.ts';
import { createTextTools, redactBody, redactNamed } from './redaction/redact-value.ts';
import { createSweep, type Sweep } from './redaction/sweep.ts';
import type { TextTools } from './redaction/text-tools.ts';
import type { ValueClass } from './redaction/value-class.ts';

/** What was taken out of an export. */
export interface RedactionSummary {
  /** Different values that were replaced, and in how many places. */
  readonly values: number;
  readonly places: number;
  /** Different values of each class, the most frequent class first. */
  readonly classes: readonly { readonly kind: ValueClass; readonly values: number }[];
}

export interface RedactOptions {
  /** Names of parameters that profiles document: they stay although their words are not of the vocabulary. */
  readonly names?: Iterable<string>;
}

/** Redacts what belongs to the flows it was made from. */
export interface Redactor {
  /** The same value with each text redacted; the same text inside is replaced by the same placeholder in every call. */
  redact<T>(value: T): T;
  /** What was replaced so far. */
  summary(): RedactionSummary;
}

/**
 * Makes a redactor for flows, findings about them, or any plain data with the members of a flow. A text survives only
 * when it is known to be harmless; everything else is replaced by `redacted-CLASS-NUMBER-LENGTH`, drawn out to the length of
 * the value. Values that are equal, also when one is percent-encoded, in base64 or in a token, have equal placeholders.
 * @param source the flows; what is found in them decides which encoded values are equal and what messages must not quote
 */
export function createRedactor(source: unknown, { names = [] }: RedactOptions = {}): Redactor {
  const known = new Set(names);
  const first = createPlaceholders();
  walk(source, { ...createTextTools(first, known), sweep: (text) => text }, '', 0);
  const placeholders = createPlaceholders(first.hidden);
  const sweep = createSweep(first.hidden, placeholders);
  const tools = { ...createTextTools(placeholders, known), sweep };
  return {
    redact: <T>(value: T): T => walk(value, tools, '', 0) as T,
    summary: () => summaryOf(placeholders.hidden),
  };
}

/**
 * A flow of which only what is known to be harmless is left: same shape, numbers and enumerated values unchanged, URLs
 * still URLs and tokens still tokens. Also takes lists of flows, flows with findings, and single texts such as URLs.
 */
export function redact<T>(flow: T, options: RedactOptions = {}): T {
  return createRedactor(flow, options).redact(flow);
}

function summaryOf(hidden: ReadonlyMap<string, HiddenValue>): RedactionSummary {
  const classes = new Map<ValueClass, number>();
  let values = 0;
  let places = 0;
  for (const { kind, count } of hidden.values()) {
    if (count === 0) continue;
    values += 1;
    places += count;
    classes.set(kind, (classes.get(kind) ?? 0) + 1);
  }
  const sorted = [...classes].toSorted(([, a], [, b]) => b - a);
  return { values, places, classes: sorted.map(([kind, count]) => ({ kind, values: count })) };
}

interface Tools extends TextTools {
  readonly sweep: Sweep;
}

type Owner = Readonly<Record<string, unknown>>;

/** Deeper members are left out: nothing of ours is as deep. */
const MAX_DEPTH = 64;

function walk(value: unknown, tools: Tools, name: string, depth: number, owner: Owner = {}): unknown {
  if (typeof value === 'string') return redactMember(name, value, owner, tools);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    if (name === 'fields' && isPair(value)) return redactPair(value, tools);
    return value.map((one) => walk(one, tools, name, depth + 1, owner));
  }
  if (isDecodedToken(value)) return decodeToken(redactNamed('jwt', value.token, tools));
  const object = value as Owner;
  return Object.fromEntries(
    Object.entries(object).map(([key, member]) => [key, walk(member, tools, key, depth + 1, object)]),
  );
}

/** Members that hold what was captured, and how each is redacted. */
const MEMBERS: Readonly<Record<string, (text: string, tools: Tools, owner: Owner) => string>> = {
  '': (text, tools) =>
    /^[^\s]*[?#/:]/.test(text) && !/^[\s{[]/.test(text) ? redactUrl(text, tools) : redactBody(text, tools),
  url: (text, tools) => redactUrl(text, tools),
  inboxUrl: (text, tools) => redactUrl(text, tools),
  location: (text, tools) => redactUrl(text, tools),
  redirectUri: (text, tools) => redactUrl(text, tools),
  initiator: (text, tools) => redactUrl(text, tools),
  // The only directive that a rule looks for.
  cacheControl: (text) => (/\bno-store\b/i.test(text) ? 'no-store' : ''),
  origin: (text, tools) => (text === 'null' ? text : redactUrl(text, tools)),
  allowed: (text, tools) => (isOwnWord(text) ? text : redactUrl(text, tools)),
  body: (text, tools) => redactBody(text, tools),
  text: (text, tools) => redactBody(text, tools),
  value: redactOwned,
  from: redactOwned,
  to: redactOwned,
  rawValue: redactRaw,
  name: (text, tools) => redactName(text, tools),
  rawName: redactName,
  names: (text, tools) => redactName(text, tools),
  parameter: (text, tools) => redactName(text, tools),
  contentType: (text, tools) => redactNamed('content-type', text, tools),
  referrerPolicy: (text, tools) => redactNamed('referrer-policy', text, tools),
  method: (text, { placeholders }) => (isMethod(text) ? text : placeholders.hide('value', text)),
  error: (text, tools) => (isBrowserError(text) ? text : redactSentence(text, tools)),
  message: (text, tools) => redactMessage(text, tools, tools.sweep),
  remedy: (text, tools) => redactMessage(text, tools, tools.sweep),
  source: (text, tools, owner) =>
    'rule' in owner ? redactMessage(text, tools, tools.sweep) : redactOwn(text, tools),
  rule: redactRule,
  silenced: redactRule,
  profileId: (text, tools) => redactName(text, tools),
  environmentId: (text, tools) => redactName(text, tools),
  stepId: (text, tools) => redactName(text, tools),
};

function redactMember(name: string, text: string, owner: Owner, tools: Tools): string {
  if (text === '') return text;
  const redactIt = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined;
  if (redactIt) return redactIt(text, tools, owner);
  if (name === 'id' || /Ids?$/.test(name))
    return isOwnId(text) ? text : tools.placeholders.hide('record', text);
  return isOwnWord(text) ? text : redactNamed(name, text, tools);
}

function redactOwn(text: string, { placeholders }: TextTools): string {
  return isOwnWord(text) ? text : placeholders.hide('value', text);
}

function redactRule(text: string, { placeholders }: TextTools): string {
  return isRuleId(text) ? text : placeholders.hide('value', text);
}

/** A value beside its name. */
function redactOwned(text: string, tools: Tools, { name }: Owner): string {
  return typeof name === 'string' ? redactNamed(name, text, tools) : redactOwn(text, tools);
}

/** A value as it was sent stays as long as the value stays. */
function redactRaw(raw: string, tools: Tools, { name, value }: Owner): string {
  if (typeof name !== 'string' || typeof value !== 'string') return tools.placeholders.hide('value', raw);
  const redacted = redactNamed(name, value, tools);
  return redacted === value ? raw : formEncodeParameter(redacted);
}

/** `[name, value]`, as a form's fields are kept. */
function isPair(value: readonly unknown[]): value is readonly [string, string] {
  return value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string';
}

function redactPair([name, value]: readonly [string, string], tools: Tools): readonly [string, string] {
  return [redactName(name, tools), redactNamed(name, value, tools)];
}

function isDecodedToken(value: object): value is DecodedToken {
  const { token, segments, problems } = value as Partial<DecodedToken>;
  return typeof token === 'string' && Array.isArray(segments) && Array.isArray(problems);
}
