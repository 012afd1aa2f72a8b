import { isLoopback } from '../oauth/is-loopback.ts';
import { isHttp, parseUrl } from '../oauth/url.ts';
import type { ParameterProblem } from './check.ts';
import { quote } from './quote.ts';

/** Checks the authorization endpoint (RFC 6749 section 3.1). */
export function checkEndpoint(endpoint: string): readonly ParameterProblem[] {
  if (endpoint === '') {
    return [
      {
        code: 'endpoint-missing',
        message: 'The authorization endpoint is empty.',
        remedy: 'Type its address; the documents of this environment give none.',
        severity: 'error',
      },
    ];
  }
  const url = parseUrl(endpoint);
  if (!url || !isHttp(endpoint) || url.hostname === '') {
    return [
      {
        code: 'endpoint-not-http',
        message: `The authorization endpoint ${quote(endpoint)} is no http or https address.`,
        remedy: 'Write it whole: https://provider.example/authorize.',
        severity: 'error',
      },
    ];
  }
  const problems: ParameterProblem[] = [];
  if (endpoint.includes('#')) {
    problems.push({
      code: 'endpoint-fragment',
      message: `The authorization endpoint ${quote(endpoint)} has a fragment.`,
      remedy: 'Remove # and what follows (RFC 6749 section 3.1).',
      severity: 'error',
    });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    problems.push({
      code: 'endpoint-not-https',
      message: `The authorization endpoint ${quote(endpoint)} is not encrypted.`,
      remedy: 'Use https (RFC 6749 section 3.1).',
      severity: 'warning',
    });
  }
  return problems;
}
