import { parseUrl } from '../oauth/url.ts';
import type { Flow, Hop } from './types.ts';

/** One row of the table of hops. Durations are milliseconds. */
export interface TimelineRow {
  readonly number: number;
  readonly hop: Hop;
  readonly host: string;
  readonly path: string;
  /** Since the flow began. */
  readonly since: number;
  /** Until the answer's head, or until the failure was reported. */
  readonly took?: number;
}

/** The hops in the order of their requests, each with its times counted from the flow's beginning. */
export function timelineOf(flow: Flow): readonly TimelineRow[] {
  return flow.hops.map((hop, index) => {
    const url = parseUrl(hop.url);
    return {
      number: index + 1,
      hop,
      host: url?.host || (url?.protocol ?? hop.url),
      path: url?.pathname ?? '',
      since: Math.max(hop.at - flow.startedAt, 0),
      ...(hop.respondedAt === undefined ? {} : { took: Math.max(hop.respondedAt - hop.at, 0) }),
    };
  });
}
