import { buildRequest } from '../calls/build-request.ts';
import { activeFields, fieldKey } from '../calls/field-key.ts';
import { joinSegments } from '../calls/segments.ts';
import type { StepProblem } from '../calls/types.ts';
import type { ClientAuthentication, StepSpec } from '../providers/step-types.ts';
import { catalogue } from './built-in.ts';

export interface CallOptions {
  /** Base URLs by the names that the step uses; those of the first environment of the step's profile when absent. */
  readonly bases?: Readonly<Record<string, string>>;
  readonly authentication?: ClientAuthentication;
  /** The signed client assertion, where the authentication has one. */
  readonly assertion?: string;
  /** Milliseconds since the epoch; the present when absent. */
  readonly now?: number;
}

/** A provider's step as an HTTP request. */
export interface BuiltCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly encoding: 'none' | 'form' | 'json';
  /** The fields as they are sent, for `evaluateCall`. */
  readonly fields: readonly { readonly in: string; readonly name: string; readonly value: string }[];
  readonly problems: readonly StepProblem[];
}

/**
 * Builds the HTTP request of a step. Undefined for a step that sends nothing. Problems do not keep it from being built.
 * @param values by the names of the step's fields, or by place and name (`form code`) where one name stands in two places
 */
export function buildCall(
  step: StepSpec,
  values: Readonly<Record<string, string>>,
  { bases = basesOf(step), authentication, assertion, now = Date.now() }: CallOptions = {},
): BuiltCall | undefined {
  const active = activeFields(step, authentication);
  const byKey = Object.fromEntries(
    active.map((field) => [fieldKey(field), values[fieldKey(field)] ?? values[field.name] ?? '']),
  );
  const { request, problems } = buildRequest({ step, values: byKey, bases, authentication, assertion, now });
  if (!request) return undefined;
  const { method, url, headers, body, encoding } = request;
  return {
    method,
    url: joinSegments(url),
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, joinSegments(value)])),
    ...(body ? { body: joinSegments(body) } : {}),
    encoding,
    fields: active.flatMap((field) => {
      const value = byKey[fieldKey(field)] ?? '';
      if (value === '' || field.in === 'local') return [];
      return [{ in: field.in, name: field.name, value: (field.prefix ?? '') + value }];
    }),
    problems,
  };
}

function basesOf(wanted: StepSpec): Readonly<Record<string, string>> {
  const owner = catalogue.profiles.find(({ steps = [] }) => steps.includes(wanted));
  return owner?.environments[0].bases ?? {};
}
