import { claimTimes } from '../../jwt/times.ts';
import { quoteValue } from '../define.ts';
import { tokenRule } from '../token-rule.ts';

/** Times are numbers of seconds. */
export const jw15 = tokenRule({
  id: 'JW15',
  severity: 'error',
  gate: 'base',
  source: 'RFC 7519 section 2',
  title: 'exp, nbf, iat and auth_time are numbers of seconds since 1970.',
  evaluate({ decoded, title }, { now }) {
    const { payload = {} } = decoded;
    const wrong = claimTimes(payload, now)
      .filter(({ validity }) => validity === 'milliseconds' || validity === 'not-a-number')
      .map(({ claim, value, note }) => ({
        message: `${title} has ${claim} ${quoteValue(JSON.stringify(value) ?? '')}: ${note ?? ''}`,
        remedy: 'Write the time as a number of seconds: Math.floor(Date.now() / 1000).',
      }));
    const { timestamp } = payload;
    if (typeof timestamp !== 'string') return wrong;
    return [
      ...wrong,
      {
        severity: 'info' as const,
        message: `${title} has timestamp ${quoteValue(timestamp)}, which no reader of JWTs takes for iat or exp.`,
        remedy: 'Add iat and exp as numbers of seconds if the reader is to limit the token’s age.',
      },
    ];
  },
});
