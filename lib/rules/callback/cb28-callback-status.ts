import { hostOf } from '../../oauth/url.ts';
import type { Rule } from '../types.ts';

/** The application takes its callback. */
export const cb28: Rule = {
  id: 'CB28',
  severity: 'warning',
  gate: 'base',
  source: 'RFC 6749 section 3.1.2; RFC 9110 sections 15.5 and 15.6',
  title: 'The redirect URI does not answer with 4xx or 5xx.',
  check({ callback }) {
    const { status = 0, delivery, url } = callback ?? {};
    if (!url || delivery !== 'answered' || status < 400) return [];
    const remedy =
      status === 404
        ? 'Compare the path of redirect_uri with the routes of the application.'
        : status === 405
          ? 'Let the application take the method of the callback: POST for form_post, GET otherwise.'
          : 'Look into the log of the application at this time.';
    return [
      {
        message: `The application at ${hostOf(url)} answered its callback with ${status}.`,
        remedy,
        at: { part: 'callback' },
      },
    ];
  },
};
