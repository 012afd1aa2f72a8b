import { parseJsonObject } from '../jwt/parse-json.ts';
import type { AuthorizationResponse } from '../oauth/authorization-response.ts';
import type { Finding } from '../rules/types.ts';
import { applicationError } from './after-callback.ts';
import { endedAtProvider } from './ended-at-provider.ts';
import { isSilent } from './flow-kind.ts';
import { isLoop, LOOP_ROUNDS } from './login-loop.ts';
import type { Granted, Outcome } from './outcome-types.ts';
import { stateMismatch } from './state-mismatch.ts';
import { isFailedHop, isHeld, lastWebhookAnswer, releaseOf } from './status.ts';
import type { Callback, Flow, FlowCall } from './types.ts';

/** What an outcome needs of a finding. */
type Evaluated = Pick<Finding, 'rule' | 'severity'>;

/**
 * What became of an attempt, the worst thing first. It is about the attempt and not about its parameters: something is
 * granted only when the callback answers the request that was sent, reached the application, and no rule found an error.
 * @param findings what the rules found; without them an outcome is that of the events alone
 */
export function outcomeOf(flow: Flow, findings: readonly Evaluated[] = []): Outcome {
  const { callback } = flow;
  if (flow.kind === 'calls') return callsOutcome(flow, findings);
  return callback ? callbackOutcome(flow, callback, findings) : openOutcome(flow, findings);
}

/** What became of calls that were run for no attempt: whether any was refused, or objected to. */
function callsOutcome({ calls = [] }: Flow, findings: readonly Evaluated[]): Outcome {
  const failed = calls.filter(({ status }) => status === undefined || status >= 400).length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { kind: 'calls', calls: calls.length, failed, errors };
}

function callbackOutcome(flow: Flow, callback: Callback, findings: readonly Evaluated[]): Outcome {
  const { response, status, delivery, error: failure } = callback;
  const granted = grantedBy(response) ?? (isContentHidden(flow) ? grantedUnseen(flow) : undefined);
  const error = response.values.error?.value;
  const answer = { ...(granted ? { granted } : {}), ...(error === undefined ? {} : { error }) };
  if (flow.hold?.kind === 'dropped') return { kind: 'dropped', ...answer };
  if (isHeld(flow)) return { kind: 'held', ...answer };
  const changes = releaseOf(flow)?.changes ?? [];
  if (changes.length > 0) {
    const names = [...new Set(changes.map(({ name }) => name))];
    return { kind: 'released-with-changes', names, ...(status === undefined ? {} : { status }) };
  }
  const mismatch = stateMismatch(flow);
  if (mismatch) return { kind: 'state-mismatch', ...mismatch };
  if (delivery === 'unreachable')
    return { kind: 'unreachable', ...(failure === undefined ? {} : { error: failure }) };
  if (status !== undefined && status >= 400) return { kind: 'callback-failed', status };
  if (isLoop(flow)) return { kind: 'login-loop', rounds: LOOP_ROUNDS };
  if (error !== undefined) return { kind: isExpected(flow, error) ? 'not-signed-in' : 'refused', error };
  if (!granted) return { kind: isContentHidden(flow) ? 'content-not-visible' : 'no-answer' };
  const exchange = granted === 'code' ? exchangeOf(flow) : {};
  const objected = grantedWithFault(granted, exchange, findings);
  if (objected) return objected;
  const failed = applicationError(flow);
  if (failed) return { kind: 'application-error', ...failed };
  if (flow.restartedAt !== undefined) return { kind: 'started-again' };
  if (delivery === 'pending' && !isPast(flow)) return { kind: 'arriving', granted };
  return { kind: 'granted', granted, ...exchange };
}

/** What a grant comes to when its exchange failed or rules found errors; undefined when neither is so. */
function grantedWithFault(
  granted: Granted,
  exchange: Exchange,
  findings: readonly Evaluated[],
): Outcome | undefined {
  if (exchange.exchange === 'failed') return { kind: 'granted', granted, ...exchange };
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  return first && { kind: 'has-errors', granted, rule: first.rule, count: errors.length };
}

/** What an answer whose content nobody saw must have granted: its code was exchanged in sight. */
function grantedUnseen(flow: Flow): Granted | undefined {
  return exchangeOf(flow).exchange === 'not-observed' ? undefined : 'code';
}

function openOutcome(flow: Flow, findings: readonly Evaluated[]): Outcome {
  const { abandoned } = flow;
  const submitted = lastWebhookAnswer(flow)?.response;
  if (submitted) {
    const waiting = abandoned === undefined && flow.request !== undefined;
    const error = submitted.values.error?.value;
    return error === undefined
      ? { kind: 'webhook-granted', granted: grantedBy(submitted) ?? 'code', waiting }
      : { kind: 'webhook-refused', error, waiting };
  }
  if (flow.end?.kind === 'frame-refused')
    return { kind: 'frame-refused', ...(flow.end.policy === undefined ? {} : { policy: flow.end.policy }) };
  const unseen = flow.end?.kind === 'post-message' ? grantedUnseen(flow) : undefined;
  if (unseen) {
    const exchange = exchangeOf(flow);
    return grantedWithFault(unseen, exchange, findings) ?? { kind: 'granted', granted: unseen, ...exchange };
  }
  if (flow.end) return { kind: flow.end.kind };
  if (flow.returned) return logoutOutcome(flow);
  if (endedAtProvider(flow)) return { kind: 'logged-out', back: false };
  if (abandoned) return { kind: 'abandoned', why: abandoned };
  const last = flow.hops.at(-1);
  if (last?.error !== undefined && isFailedHop(last)) return { kind: 'stopped', error: last.error };
  if (last?.status !== undefined && last.status >= 400)
    return { kind: 'provider-failed', status: last.status };
  return { kind: 'waiting' };
}

/** A logout that led back, with the state that was sent (OpenID Connect RP-Initiated Logout 1.0 section 3). */
function logoutOutcome({ logout, returned, hops }: Flow): Outcome {
  const [sent, received] = [logout?.state, returned?.state];
  if (sent !== undefined && sent !== received)
    return { kind: 'state-mismatch', sent, ...(received === undefined ? {} : { received }) };
  const { status, error } = hops.at(-1) ?? {};
  if (error !== undefined) return { kind: 'unreachable', error };
  if (status !== undefined && status >= 400) return { kind: 'callback-failed', status };
  return { kind: 'logged-out', back: true };
}

/** Errors that say no more than that nobody is signed in or has agreed (OpenID Connect Core section 3.1.2.6). */
const NOT_SIGNED_IN: ReadonlySet<string> = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

function isExpected(flow: Flow, error: string): boolean {
  return NOT_SIGNED_IN.has(error) && isSilent(flow);
}

/** True for a flow of which nothing more is observed. */
function isPast({ marks }: Flow): boolean {
  return marks.includes('earlier-session') || marks.includes('imported');
}

/** What a response grants; nothing beside an error. An encrypted one (JARM) says nothing of its content. */
export function grantedBy({ values, jarm }: AuthorizationResponse): Granted | undefined {
  if (values.error) return undefined;
  if (values.code) return 'code';
  if (values.id_token) return 'id_token';
  if (values.access_token) return 'access_token';
  return jarm?.kind === 'jwe' ? 'encrypted' : undefined;
}

type Exchange = Pick<Extract<Outcome, { kind: 'granted' }>, 'exchange' | 'exchangedAt' | 'exchangeError'>;

/** What the calls of a flow say of its code's exchange (RFC 6749 section 4.1.3): one that succeeded counts, else the last. */
function exchangeOf({ calls = [] }: Flow): Exchange {
  const exchanges = calls.filter(({ fields }) =>
    fields.some(({ name, value }) => name === 'grant_type' && value === 'authorization_code'),
  );
  const last = exchanges.at(-1);
  if (!last) return { exchange: 'not-observed' };
  const succeeded = exchanges.find((call) => exchangeError(call) === undefined);
  if (succeeded) return { exchange: 'succeeded', exchangedAt: succeeded.at + succeeded.elapsed };
  return { exchange: 'failed', exchangeError: exchangeError(last) ?? '' };
}

/** UTF-16 units of an error that an outcome names. */
const MAX_ERROR = 100;

function exchangeError({ status, body, cors, error }: FlowCall): string | undefined {
  if (cors) return 'CORS';
  const named = parseJsonObject(body ?? '')?.error;
  if (typeof named === 'string' && named !== '') return named.slice(0, MAX_ERROR);
  if (status === undefined) return (error ?? 'no answer').slice(0, MAX_ERROR);
  return status >= 200 && status < 300 && named === undefined ? undefined : `HTTP ${status}`;
}

/** Response modes whose parameters a URL shows to everybody who sees it. */
const IN_URL: ReadonlySet<string> = new Set(['query', 'fragment', 'query.jwt', 'fragment.jwt']);

/**
 * True when a callback shows no parameter and may yet have some: the body of a form_post is visible only with access to
 * the callback's host.
 */
function isContentHidden({ callback, marks, request }: Flow): boolean {
  if (callback?.response.channel !== 'none' || !marks.includes('seen-without-hops')) return false;
  const mode = request?.values.response_mode?.value;
  return mode === undefined || !IN_URL.has(mode);
}
