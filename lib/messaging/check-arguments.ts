import {
  array,
  boolean,
  finite,
  type GenericSchema,
  integer,
  literal,
  looseObject,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  safeParse,
  strictObject,
  strictTuple,
  string,
  union,
} from 'valibot';
import { MAX_COOKIE_EXCHANGES, MAX_COOKIES } from '../flow/cookies/cookie-types.ts';
import { MAX_CALL_FINDINGS } from '../flow/types.ts';
import { RECORDING_MODES } from '../storage/settings.ts';
import { MAX_IMPORTED_AT_ONCE } from './import-protocol.ts';
import type { CommandName, Failure } from './protocol.ts';

/** Longest text, in UTF-16 units, of an id, and of anything else that one argument carries. */
export const MAX_ARGUMENT = { id: 1_000, text: 8_000_000 } as const;

/** Entries of a list that one argument carries. */
const MAX_ENTRIES = 100_000;

const id = pipe(string(), maxLength(MAX_ARGUMENT.id));
const text = pipe(string(), maxLength(MAX_ARGUMENT.text));
const whole = pipe(number(), integer());
/** A moment that a date can hold, in milliseconds since the epoch. */
const moment = pipe(number(), finite(), minValue(0), maxValue(8.64e15));
const listOf = <T extends GenericSchema>(item: T) => pipe(array(item), maxLength(MAX_ENTRIES));
const submitted = { text, tabId: optional(whole) };

/** Members of a cookie; its value is not among them. */
const attributes = {
  name: id,
  domain: optional(text),
  path: optional(text),
  expires: optional(moment),
  secure: optional(literal(true)),
  httpOnly: optional(literal(true)),
  partitioned: optional(literal(true)),
  sameSite: optional(picklist(['None', 'Lax', 'Strict'])),
};
const cookies = <T extends GenericSchema>(cookie: T) => pipe(array(cookie), maxLength(MAX_COOKIES));

const howReleased = union([
  looseObject({ as: literal('it was') }),
  looseObject({
    as: literal('changed'),
    parameters: listOf(looseObject({ from: optional(whole), name: text, value: text })),
  }),
]);

/** What each command takes. Shapes only: what the values mean is evaluated by the command itself. */
const SHAPES: Readonly<Record<CommandName, GenericSchema>> = {
  status: strictTuple([]),
  setRecording: strictTuple([boolean()]),
  setRecordingMode: strictTuple([picklist(RECORDING_MODES)]),
  flow: strictTuple([id]),
  flowOfCall: strictTuple([
    looseObject({
      code: optional(text),
      challenge: optional(text),
      token: optional(text),
      clientId: optional(text),
      redirectUri: optional(text),
      requestUri: optional(text),
      pushedTo: optional(text),
      provider: optional(text),
      server: optional(text),
    }),
  ]),
  recordCookies: strictTuple([
    whole,
    looseObject({
      browser: picklist(['chromium', 'firefox']),
      exchanges: pipe(
        array(
          looseObject({
            method: id,
            url: text,
            at: moment,
            sent: optional(
              cookies(looseObject({ name: id, hash: id, attributes: optional(looseObject(attributes)) })),
            ),
            set: cookies(looseObject({ ...attributes, hash: id })),
          }),
        ),
        maxLength(MAX_COOKIE_EXCHANGES),
      ),
    }),
  ]),
  others: strictTuple([id]),
  recentCallbacks: strictTuple([pipe(whole, minValue(0))]),
  launch: strictTuple([
    looseObject({
      url: text,
      target: picklist(['this-tab', 'new-tab', 'private-window', 'phone']),
      tabId: optional(whole),
      profileId: id,
      environmentId: id,
      redirectUri: optional(text),
      state: optional(text),
    }),
  ]),
  clear: strictTuple([
    union([literal('all'), looseObject({ tabId: whole }), looseObject({ flowIds: listOf(id) })]),
  ]),
  undoClear: strictTuple([id]),
  markSeen: strictTuple([]),
  openWorkbench: strictTuple([text]),
  lookAtTabs: strictTuple([]),
  submitCallback: strictTuple([looseObject(submitted)]),
  submitWebhooks: strictTuple([looseObject({ ...submitted, inboxUrl: optional(text) })]),
  pin: strictTuple([id, boolean()]),
  recordCall: strictTuple([
    union([
      strictObject({ flowId: id }),
      strictObject({ profileId: id, environmentId: id, tabId: optional(whole) }),
    ]),
    looseObject({
      id,
      seenBy: optional(picklist(['webRequest', 'devtools.network', 'both'])),
      profileId: id,
      stepId: id,
      name: text,
      at: moment,
      elapsed: pipe(number(), finite(), minValue(0)),
      method: id,
      url: text,
      encoding: picklist(['none', 'form', 'json']),
      fields: listOf(looseObject({ in: id, name: text, value: optional(text) })),
      status: optional(number()),
      error: optional(text),
      contentType: optional(text),
      date: optional(moment),
      cacheControl: optional(text),
      challenge: optional(text),
      refresh: optional(looseObject({ sent: optional(id), given: optional(id) })),
      cors: optional(looseObject({ kind: id, origin: text, preflight: boolean() })),
      body: optional(text),
      findings: optional(
        pipe(
          array(
            looseObject({
              rule: id,
              severity: picklist(['error', 'warning', 'info']),
              message: text,
              remedy: text,
              source: text,
              at: looseObject({ part: id, parameter: optional(text) }),
            }),
          ),
          maxLength(MAX_CALL_FINDINGS),
        ),
      ),
    }),
  ]),
  importFlows: strictTuple([
    pipe(
      array(looseObject({ id, startedAt: moment, hops: array(looseObject({})) })),
      maxLength(MAX_IMPORTED_AT_ONCE),
    ),
  ]),
  setHold: strictTuple([looseObject({ on: boolean(), only: optional(listOf(text)) })]),
  heldFlow: strictTuple([id]),
  release: strictTuple([id, howReleased]),
  forecastRelease: strictTuple([id, howReleased]),
  bystander: strictTuple([id]),
  decideBystander: strictTuple([id, boolean()]),
  drop: strictTuple([id]),
  takeRelease: strictTuple([id]),
  showHeld: strictTuple([id]),
  eraseEverything: strictTuple([]),
  lockHistory: strictTuple([
    union([
      looseObject({ act: picklist(['set', 'unlock']), passphrase: pipe(id, minLength(1)) }),
      looseObject({ act: picklist(['lock', 'remove']) }),
    ]),
  ]),
};

/** Why a command cannot be done with these arguments; undefined when their shapes are right. Never throws. */
export function wrongArguments(name: CommandName, args: readonly unknown[]): Failure | undefined {
  if (safeParse(SHAPES[name], args, { abortEarly: true }).success) return undefined;
  return {
    code: 'wrong-arguments',
    message: `The command ${name} came with arguments that Grantscope’s background does not understand.`,
    remedy: 'Reload this page; it may be older than the background.',
  };
}
