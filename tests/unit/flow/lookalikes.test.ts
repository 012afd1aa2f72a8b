import { describe, expect, it } from 'vitest';
import { classify } from '../../../lib/flow/classify.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import { EMPTY_TRACKER } from '../../../lib/flow/tracker.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { flowsOf, onlyFlow, Story } from '../support/observations.ts';

const token = (claims: object): string =>
  `eyJhbGciOiJQUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

/** Addresses of other pages whose parameters have names of authorization traffic. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['a state of a country', 'https://shop.example/tax?code=US&state=NY'],
  ['a filter', 'https://tracker.example/issues?state=open&code=review'],
  ['a coupon', 'https://shop.example/cart?code=SAVE20&state=applied'],
  ['an HTTP status', 'https://site.example/oops?code=404&state=error'],
  ['an enumeration', 'https://shop.example/order?code=17&state=3'],
  ['a page of an error', 'https://site.example/?error=404&state=gone'],
  ['an error in words', 'https://site.example/login?error=Invalid+password&error_description=Try+again'],
  ['a flag', 'https://site.example/login?error=true&state=form'],
  ['an empty code', 'https://app.example/cb?code=&state=af0ifjsldkj'],
  ['an empty error', 'https://app.example/cb?error=&state=af0ifjsldkj'],
  ['empty names of a request', 'https://as.example/authorize?client_id=&redirect_uri=&response_type='],
  ['a survey', 'https://survey.example/?response=yes'],
  ['a token of another kind', `https://site.example/?response=${token({ sub: 'me', theme: 'dark' })}`],
  ['a signed message', `https://site.example/?request=${token({ sub: 'me' })}&page=2`],
  ['a session in id_token', `https://site.example/?id_token=${token({ theme: 'dark' })}`],
  ['no token', 'https://site.example/?id_token=42'],
  ['a key of a map', 'https://maps.example/v4?access_token=pk.eyJ1IjoibWUifQ'],
  ['a script', 'https://cdn.example/app.js?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj'],
  [
    'an image',
    'https://cdn.example/pixel.gif?client_id=c1&redirect_uri=https%3A%2F%2Fa.example&response_type=code',
  ],
  ['a style', 'https://cdn.example/site.css?client_id=c1&response_type=code'],
  ['a payment', 'https://pay.example/done?authorization_code=831000&state=success'],
  ['a language', 'https://site.example/lang?code=de&state=Bayern'],
  ['a search', 'https://search.example/?q=oauth&code=java&state=x'],
];

/** Callbacks of clients whose request was not seen. */
const CALLBACKS: readonly (readonly [string, string])[] = [
  ['RFC 6749', 'https://client.example.com/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz'],
  ['RFC 6749, an error', 'https://client.example.com/cb?error=access_denied&state=xyz'],
  ['a short code with an issuer', 'https://client.example.com/cb?code=x1848&iss=https%3A%2F%2Fas.example'],
  ['a provider’s own name', 'https://client.example.com/cb?authorizationCode=abc'],
  ['a flow id', 'https://client.example.com/cb?code=77&flowid=GetPSD2AuthCode'],
  [
    'an implicit answer',
    'https://client.example.com/cb#access_token=2YotnFZFEjr1zCsicMWpAA&token_type=Bearer&state=xyz',
  ],
  ['an id_token', `https://client.example.com/cb#id_token=${token({ iss: 'https://as.example', sub: 'a' })}`],
  [
    'JARM',
    `https://client.example.com/cb?response=${token({ iss: 'https://as.example', aud: 'c', exp: 1, code: 'a' })}`,
  ],
  ['an error of a provider', 'https://client.example.com/cb?error=user_cancelled_login&state=af0ifjsldkj'],
];

const last = (story: Story): Observation => story.observations.at(-1) as Observation;

describe('what only looks like authorization traffic', () => {
  it.each(OTHERS)('starts nothing and is not written: %s', (_, url) => {
    const story = new Story().navigating(url).request(url).respond(url).committed(url);
    expect(flowsOf(story)).toEqual([]);
    for (const observation of story.observations)
      expect(classify(EMPTY_TRACKER, observation, CATALOGUE)).toBe('drop');
    expect(
      classify(EMPTY_TRACKER, last(new Story().redirect('https://a.example/', 302, url, false)), CATALOGUE),
    ).toBe('drop');
  });

  it.each(CALLBACKS)('is told from a callback: %s', (_, url) => {
    expect(classify(EMPTY_TRACKER, last(new Story().request(url)), CATALOGUE)).toBe('keep');
    expect(onlyFlow(new Story().request(url).respond(url)).callback?.url).toBe(url);
  });

  it('marks as uncertain what another page may carry as well', () => {
    const marks = (url: string) => onlyFlow(new Story().request(url).respond(url)).marks;
    expect(marks('https://a.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz')).toContain('uncertain');
    expect(marks(`https://a.example/cb#id_token=${token({ iss: 'i', sub: 'a' })}`)).not.toContain(
      'uncertain',
    );
    expect(marks('https://a.example/cb?code=x1848&iss=https%3A%2F%2Fas.example')).not.toContain('uncertain');
  });
});

describe('an authorize request', () => {
  const CLIENT = 'https%3A%2F%2Fapp.example%2Fcb';
  it.each(['code=1', 'error=x', 'access_token=abcdefgh', `id_token=${token({ iss: 'i' })}`])(
    'with a parameter %s is no callback, not even of a flow that waits for its state',
    (extra) => {
      const url = `https://as.example/authorize?response_type=code&client_id=c&redirect_uri=${CLIENT}&state=s1`;
      const inner = `https://idp.example/login?response_type=code&client_id=c&redirect_uri=${CLIENT}&state=s1&${extra}`;
      const answer = 'https://app.example/cb?code=a&state=s1';
      const flow = onlyFlow(
        new Story()
          .request(`${url}&${extra}`)
          .redirect(url, 302, inner)
          .redirect(inner, 302, answer)
          .respond(answer),
      );
      expect(flow.hops.map(({ role }) => role)).toEqual(['authorize request', 'provider', 'callback']);
    },
  );

  it.each([
    [
      '&amp; between its parameters',
      `?response_type=code&amp;client_id=c&amp;redirect_uri=${CLIENT}&amp;state=s1`,
    ],
    ['# in the place of ?', `#response_type=code&client_id=c&redirect_uri=${CLIENT}&state=s1`],
  ])('is captured with %s', (_, rest) => {
    const url = `https://as.example/authorize${rest}`;
    expect(classify(EMPTY_TRACKER, last(new Story().request(url)), CATALOGUE)).toBe('keep');
    const { request } = onlyFlow(new Story().request(url));
    expect([
      request?.values.client_id?.value,
      request?.values.redirect_uri?.value,
      request?.values.state?.value,
    ]).toEqual(['c', 'https://app.example/cb', 's1']);
  });
});
