/** UTF-16 units of every text, about: a little less than a megabyte, which some places refuse. */
const SIZE = 990_000;

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const tokenOf = (claims: string): string => `${encode('{"alg":"ES256"}')}.${encode(claims)}.AAAA`;
const repeat = (segment: (index: number) => string, separator: string): string => {
  const count = Math.floor(SIZE / (segment(10_000).length + separator.length));
  return Array.from({ length: count }, (_, index) => segment(index)).join(separator);
};
const FILLER = 'x'.repeat(SIZE);
const CLIENT = 'https://app.test/cb';
const AUTHORIZE = `https://as.test/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(CLIENT)}&state=large`;

const harEntry = (index: number): string =>
  JSON.stringify({
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 1,
    request: { method: 'GET', url: `${AUTHORIZE}-${index}&x=${'x'.repeat(1_000)}`, headers: [] },
    response: {
      status: 302,
      headers: [{ name: 'Location', value: `${CLIENT}?code=a&state=large-${index}` }],
    },
  });

/** Texts of a megabyte that are hard on whoever reads them, by what they hold. */
export const TOKEN_TEXTS = {
  'one claim': tokenOf(JSON.stringify({ sub: FILLER.slice(SIZE / 4) })),
  'many claims': tokenOf(
    JSON.stringify(
      Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`claim${index}`, index])),
    ),
  ),
  'deep JSON': tokenOf(`{"a":${'['.repeat(SIZE / 3)}${']'.repeat(SIZE / 3)}}`),
  'many tokens': repeat((index) => tokenOf(`{"sub":"${index}"}`), '\n'),
  'no token': FILLER,
  'dots only': '.'.repeat(SIZE),
} as const;

export const URL_TEXTS = {
  'one parameter': `${AUTHORIZE}&x=${FILLER}`,
  'many parameters': `${AUTHORIZE}&${repeat((index) => `p${index}=value`, '&')}`,
  'one request object': `${AUTHORIZE}&request=${TOKEN_TEXTS['one claim']}`,
  'no URL': FILLER,
} as const;

export const CALLBACK_TEXTS = {
  'one parameter': `${CLIENT}?code=a&state=one&x=${FILLER}`,
  'many parameters': `${CLIENT}?code=a&state=many&${repeat((index) => `p${index}=value`, '&')}`,
  'one token': `${CLIENT}#id_token=${TOKEN_TEXTS['one claim']}&state=token`,
  'no callback': FILLER,
} as const;

export const WEBHOOK_TEXTS = {
  'one member': JSON.stringify({ code: 'a', state: 's', x: FILLER }),
  'many members': `{"code":"a","state":"s",${repeat((index) => `"m${index}":"value"`, ',')}}`,
  'many webhooks': `[${repeat((index) => `{"code":"c${index}","state":"s${index}"}`, ',')}]`,
} as const;

export const PROFILE_TEXTS = {
  'many profiles': `{"format":"grantscope-profiles","version":1,"profiles":[${repeat((index) => `{"id":"p${index}","name":"n"}`, ',')}]}`,
  'no profile': FILLER,
} as const;

export const FILE_TEXTS = {
  HAR: `{"log":{"entries":[${repeat(harEntry, ',')}]}}`,
  'no file of any kind': FILLER,
} as const;

export const ANSWER_TEXTS = {
  'one member': JSON.stringify({ issuer: FILLER }),
  'many members': `{${repeat((index) => `"m${index}":"value"`, ',')}}`,
  'no JSON': FILLER,
} as const;
