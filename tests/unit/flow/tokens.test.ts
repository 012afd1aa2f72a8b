import { describe, expect, test } from 'vitest';
import { MAX_TOKENS, tokensOf } from '../../../lib/flow/tokens.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const AUTHORIZE =
  'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s';

function token(claims: object): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'PS256' })}.${encode(claims)}.c2ln`;
}

describe('tokensOf', () => {
  test('finds each token once and names every place', () => {
    const request = token({ aud: 'as' });
    const answer = token({ sub: 'me' });
    const url = `${AUTHORIZE}&request=${request}`;
    const between = `https://as.test/login?carried=${request}&hint=${answer}`;
    const callback = `https://app.test/cb?code=x&state=s&id_token=${answer}`;
    const flow = onlyFlow(
      new Story().request(url).redirect(url, 302, between).redirect(between, 302, callback),
    );
    expect(tokensOf(flow).map(({ token, places }) => ({ token, places }))).toEqual([
      { token: request, places: ['request in the authorize request', 'carried in hop 2'] },
      { token: answer, places: ['hint in hop 2', 'id_token in the callback'] },
    ]);
  });

  test('decodes what it finds', () => {
    const url = `${AUTHORIZE}&request=${token({ aud: 'as' })}`;
    const [found] = tokensOf(onlyFlow(new Story().request(url)));
    expect(found?.decoded.header).toEqual({ alg: 'PS256' });
    expect(found?.decoded.payload).toEqual({ aud: 'as' });
  });

  test('gives nothing for a flow without tokens', () => {
    expect(tokensOf(onlyFlow(new Story().request(AUTHORIZE)))).toEqual([]);
  });

  test('keeps no more than its bound', () => {
    const many = Array.from({ length: MAX_TOKENS + 5 }, (_, index) => `t${index}=${token({ index })}`).join(
      '&',
    );
    expect(tokensOf(onlyFlow(new Story().request(`${AUTHORIZE}&${many}`)))).toHaveLength(MAX_TOKENS);
  });
});
