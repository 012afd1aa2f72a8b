import type { Tracker } from './tracker.ts';
import type { FlowCall } from './types.ts';

/** Calls that pushed the request which this request_uri stands for (RFC 9126 section 2.2). */
export function pushesFor({ flows }: Tracker, requestUri: string | undefined): readonly FlowCall[] {
  if (!requestUri?.startsWith('urn:')) return [];
  const quoted = JSON.stringify(requestUri);
  return flows
    .filter(({ kind }) => kind === 'calls')
    .flatMap(({ calls = [] }) => calls)
    .filter(({ body }) => body?.includes(quoted));
}
