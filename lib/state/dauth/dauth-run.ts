import { DAUTH_HEADER } from '../../dauth/header.ts';
import type { FlowCall } from '../../flow/types.ts';
import type { Run } from '../flows/record-run.ts';
import type { CallState } from '../shared/http-call.ts';
import { MAX_CALL_BODY } from '../steps/steps-recording.ts';
import { OBP_PROFILE, USERS_CURRENT } from './dauth-server.ts';

interface DauthCall {
  readonly id: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly state: CallState;
}

/** A call of the DAuth tab, as it was sent and as it may be kept: without its token. Undefined while it has not ended. */
export function dauthRun({
  id,
  url,
  headers,
  startedAt,
  state,
}: DauthCall): Pick<Run, 'whole' | 'kept'> | undefined {
  if (state.kind !== 'answered' && state.kind !== 'failed') return undefined;
  const fields = headers.map(([name, value]) => ({ in: 'header', name, value }));
  const whole: FlowCall = {
    id,
    profileId: OBP_PROFILE,
    stepId: 'dauth',
    name: `GET ${USERS_CURRENT}`,
    at: startedAt,
    method: 'GET',
    url,
    encoding: 'none',
    fields,
    ...(state.kind === 'failed' ? { elapsed: 0, error: state.failure.message } : answerOf(state.answer)),
  };
  const withoutToken = fields.map((field) =>
    field.name === DAUTH_HEADER ? { in: field.in, name: field.name } : field,
  );
  return { whole, kept: { ...whole, fields: withoutToken } };
}

type Answered = Extract<CallState, { kind: 'answered' }>['answer'];

function answerOf({ status, elapsed, headers, body }: Answered) {
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return {
    elapsed,
    status,
    ...(contentType === undefined ? {} : { contentType }),
    body: body.slice(0, MAX_CALL_BODY),
  };
}
