import { withCookies } from '../support/cookies.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered } from '../support/flows.ts';

const finding = (cookie: string, reason: string) => ({
  severity: 'warning' as const,
  message: `The browser does not keep the cookie “${cookie}” of app.example: ${reason}.`,
  at: { part: 'hop' as const },
});

export const corpus: Corpus = {
  rule: 'CK02',
  valid: [
    { name: 'no cookie was seen', flow: answered() },
    {
      name: 'the browser keeps them',
      flow: withCookies(answered(), [
        {
          hop: 1,
          set: ['__Host-a=1; Secure; Path=/', 'b=1; SameSite=None; Secure', 'c=1; Domain=app.example'],
        },
      ]),
    },
  ],
  invalid: [
    {
      name: 'SameSite=None has no Secure',
      flow: withCookies(answered(), [{ hop: 1, set: ['sid=1; SameSite=None'] }]),
      findings: [finding('sid', 'SameSite=None needs Secure')],
    },
    {
      name: 'a prefix lacks its path, before the flow',
      flow: withCookies(answered(), [{ url: 'https://app.example/login', set: ['__Host-sid=1; Secure'] }]),
      findings: [finding('__Host-sid', 'its prefix demands Secure, and __Host- also Path=/ and no Domain')],
    },
    {
      name: 'the Domain is of somebody else',
      flow: withCookies(answered(), [{ hop: 1, set: ['sid=1; Domain=as.example'] }]),
      findings: [finding('sid', 'its Domain is not one that this host may set')],
    },
  ],
};
