import type { Flow, Hop } from './types.ts';

/** Errors by which browsers say that a page must not be shown in a frame. */
const REFUSED = /BLOCKED_BY_RESPONSE|XFO_VIOLATION|CSP_FRAME_ANCESTOR/i;

/** True for the error of a page that a frame may not show. */
export function isFrameRefusal(error: string): boolean {
  return REFUSED.test(error);
}

/**
 * True when a page forbids every frame, whoever holds it (RFC 7034 section 2.1, CSP 3 section 6.4.2). What only some
 * pages may frame is left to the browser to say. frame-ancestors counts alone where both are sent.
 */
export function forbidsFrames(policy: string): boolean {
  const ancestors = /frame-ancestors\s+([^;,]*)/i.exec(policy)?.[1];
  if (ancestors !== undefined) return ancestors.trim() === "'none'";
  return policy.split('\n').some((line) => line.trim().toLowerCase() === 'deny');
}

/** A flow whose frame the browser refused to show. @param at milliseconds since the epoch */
export function refuseFrame(flow: Flow, hop: Hop | undefined, at: number): Flow {
  if (flow.frameId === 0 || flow.callback || flow.end) return flow;
  const policy = hop?.framing;
  return { ...flow, end: { kind: 'frame-refused', at, ...(policy === undefined ? {} : { policy }) } };
}
