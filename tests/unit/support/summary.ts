import type { FlowSummary } from '../../../lib/flow/summary-types.ts';

/** A summary for a test: completed, of ConnectPay, in tab 1, with whatever the test is about. */
export function summaryOf(change: Partial<FlowSummary> & { readonly id: string }): FlowSummary {
  return {
    revision: 1,
    status: 'completed',
    profileId: 'connectpay',
    provider: 'ConnectPay',
    host: 'auth.connectpay.test',
    tabId: 1,
    startedAt: 1_000,
    outcome: { kind: 'granted', granted: 'code', exchange: 'not-observed' },
    hops: 3,
    errors: 0,
    warnings: 0,
    marks: [],
    ...change,
  };
}
