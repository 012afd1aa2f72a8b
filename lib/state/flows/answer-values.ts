import { lastWebhookAnswer } from '../../flow/status.ts';
import type { FlowSummary } from '../../flow/summary-types.ts';
import type { Flow } from '../../flow/types.ts';

/** A value that came back, under its standard name. */
export interface AnswerValue {
  readonly what: 'code' | 'state' | 'flowid' | 'id_token' | 'access_token' | 'iss' | 'error';
  readonly value: string;
  /** The name it came by, where that is another one. */
  readonly sentAs?: string;
}

const ANSWERS = ['error', 'code', 'state', 'flowid', 'id_token', 'access_token', 'iss'] as const;

/** What came back, verbatim; from the summary until the whole flow is there. A state that was sent counts meanwhile. */
export function answerValues(summary: FlowSummary, flow: Flow | undefined): readonly AnswerValue[] {
  if (!flow) {
    return (['error', 'code', 'state', 'flowid'] as const).flatMap((what) => {
      const value = summary[what];
      return value === undefined ? [] : [{ what, value }];
    });
  }
  const returned = flow.callback?.response.values ?? lastWebhookAnswer(flow)?.response.values ?? {};
  return ANSWERS.flatMap((what) => {
    const found = returned[what] ?? (what === 'state' ? flow.request?.values.state : undefined);
    if (!found) return [];
    return [{ what, value: found.value, ...(found.name === what ? {} : { sentAs: found.name }) }];
  });
}
