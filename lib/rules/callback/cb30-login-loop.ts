import { isLoop } from '../../flow/login-loop.ts';
import type { Rule } from '../types.ts';

/** A sign-in ends. */
export const cb30: Rule = {
  id: 'CB30',
  severity: 'error',
  gate: 'base',
  source: 'RFC 6749 section 4.1',
  title: 'The application does not ask for a sign-in again and again.',
  check(flow) {
    const { round, startedAt } = flow;
    if (!round || !isLoop(flow)) return [];
    const seconds = Math.max(1, Math.round((startedAt - round.since) / 1_000));
    return [
      {
        message: `Login loop: the same client asked ${round.count} times for the same sign-in within ${seconds} s, each time right after a callback.`,
        remedy:
          'Look at what the application keeps after the callback: mostly its session cookie is not stored (SameSite, Secure, Domain) or is not sent to the page that asks for a session.',
        at: { part: 'callback' },
      },
    ];
  },
};
