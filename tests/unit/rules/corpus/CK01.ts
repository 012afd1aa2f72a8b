import { withCookies } from '../support/cookies.ts';
import type { Corpus } from '../support/corpus.ts';
import { answered, authorizeUrl, CLIENT, posted } from '../support/flows.ts';

const form = () => posted(authorizeUrl({ response_mode: 'form_post' }), { code: 'code-1', state: 's1' });
const login = (set: string) => ({ url: 'https://app.example/login', before: 180_000, set: [set] });
const callback = 1;

const finding = (cookie: string, kind: string) => ({
  severity: 'warning' as const,
  message: `Cookie ${cookie} and was withheld from this ${kind}.`,
  at: { part: 'callback' as const },
});

export const corpus: Corpus = {
  rule: 'CK01',
  valid: [
    { name: 'no cookie was seen', flow: form() },
    {
      name: 'the cookie arrives',
      flow: withCookies(form(), [
        login('sid=1; SameSite=None; Secure; HttpOnly; Path=/'),
        { hop: callback, sent: ['sid'] },
      ]),
    },
    {
      name: 'Lax arrives by GET',
      flow: withCookies(answered(), [login('sid=1; SameSite=Lax; Path=/'), { hop: callback, sent: ['sid'] }]),
    },
    {
      name: 'the headers of the callback were not visible',
      flow: withCookies(form(), [login('sid=1; SameSite=Lax; Path=/')]),
    },
    {
      name: 'the cookie counts visits',
      flow: withCookies(form(), [login('_ga=1; SameSite=Lax; Path=/'), { hop: callback, sent: [] }]),
    },
    {
      name: 'the cookie is of another path',
      flow: withCookies(form(), [login('sid=1; SameSite=Lax; Path=/admin'), { hop: callback, sent: [] }]),
    },
  ],
  invalid: [
    {
      name: 'Lax is withheld from form_post',
      flow: withCookies(form(), [login('sid=1; SameSite=Lax; Path=/'), { hop: callback, sent: [] }]),
      findings: [finding('“sid” is SameSite=Lax', 'cross-site POST')],
    },
    {
      name: 'a cookie without SameSite is withheld from form_post after two minutes',
      flow: withCookies(form(), [login('x=1; HttpOnly; Path=/'), { hop: callback, sent: [] }]),
      findings: [finding('“x” has no SameSite, which counts as Lax,', 'cross-site POST')],
    },
    {
      name: 'Strict is withheld from a redirect',
      flow: withCookies({ ...answered(), initiator: 'https://as.example' }, [
        login('sid=1; SameSite=Strict; Path=/'),
        { hop: callback, sent: [] },
      ]),
      findings: [finding('“sid” is SameSite=Strict', 'cross-site request')],
    },
    {
      name: 'the application fails without it',
      flow: withCookies(
        (() => {
          const flow = form();
          return flow.callback ? { ...flow, callback: { ...flow.callback, status: 400 } } : flow;
        })(),
        [
          { ...login('sid=1; SameSite=Lax; Path=/'), url: CLIENT },
          { hop: callback, sent: [] },
        ],
      ),
      findings: [{ ...finding('“sid” is SameSite=Lax', 'cross-site POST'), severity: 'error' }],
    },
  ],
};
