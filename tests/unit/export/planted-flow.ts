import type { FlowHold } from '../../../lib/flow/hold-types.ts';
import type { Flow, FlowCall, WebhookDelivery } from '../../../lib/flow/types.ts';
import { readWebhookBody } from '../../../lib/oauth/webhook-body.ts';
import { ALIASES } from '../support/catalogue.ts';
import { onlyFlow, Story } from '../support/observations.ts';

const enc = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const jws = (claims: object, signature: string, header: object = { alg: 'PS256' }): string =>
  [JSON.stringify(header), JSON.stringify(claims), signature].map(base64url).join('.');

/** How many secrets {@link plantedFlow} takes. */
export const PLANTED = 24;

/**
 * A flow with secrets in every place and syntax in which one was ever seen. It depends on the secrets in nothing but their
 * own places.
 */
export function plantedFlow(secrets: readonly string[]): Flow {
  let used = 0;
  const take = (): string => secrets[used++ % secrets.length] ?? '';
  const [state, code, password, otc, email, account] = [take(), take(), take(), take(), take(), take()];
  const places = [
    ...[`pf.pass=${enc(password)}`, `IDToken2=${enc(password)}`, `pw=${enc(password)}`, `otc=${enc(otc)}`],
    ...[`totp_code=${enc(otc)}`, `kennwort=${enc(password)}`, `subscription-key=${enc(take())}`, enc(take())],
    ...[`${enc(take())}=1`, `xml=${enc(`<Login pin="${otc}"><User>${email}</User></Login>`)}`],
    ...[`note=${enc(`password: ${password}\nuser: ${email}`)}`, `twice=${enc(enc(take()))}`],
    ...[`thrice=${enc(enc(enc(password)))}`, `b=${enc(base64(password))}`, `b2=${base64url(password)}`],
    ...[`json=${enc(JSON.stringify({ pin: otc, deep: [{ [email]: { [password]: [password] } }] }))}`],
    ...[
      `blob=${base64url(JSON.stringify({ pw: password, [otc]: 1 }))}`,
      `list=${enc(`[${JSON.stringify(otc)}]`)}`,
    ],
    ...[
      `next=${enc(`https://${enc(email)}:${enc(password)}@b.example/u/${enc(account)}?otc=${enc(otc)}#k=${enc(otc)}`)}`,
    ],
    ...[`next2=${enc(`/go?to=${enc(`https://c.example/p;sid=${enc(take())}/${enc(take())}`)}`)}`],
    ...[`scope=${enc(`openid AIS:${account}`)}`, `acr_values=${enc(take())}`, `prompt=${enc(password)}`],
    ...[`error=${enc(take())}`, `response_mode=${enc(take())}`],
    ...[
      `ui_locales=${enc(password)}`,
      `authorization_details=${enc(JSON.stringify([{ type: account, iban: account }]))}`,
    ],
    ...[`form=${enc(`username=${enc(email)}&password=${enc(password)}`)}`],
  ];
  const inner = jws({ sub: email, [account]: { otc } }, password);
  const request = jws(
    {
      iss: take(),
      state,
      nonce: take(),
      claims: { id_token: { openbanking_intent_id: { value: account } } },
      inner,
    },
    take(),
    { alg: 'PS256', kid: take() },
  );
  const redirectUri = 'https://app.example/callback';
  const authorize = `https://as.example/authorize?response_type=code&client_id=${enc(take())}&redirect_uri=${enc(redirectUri)}&state=${enc(state)}&login_hint=${enc(email)}&request=${request}&${places.join('&')}`;
  const login = `https://${enc(email)}:${enc(password)}@login.example/login/${enc(account)};jsessionid=${enc(password)}/step?${places.join('&')}#${enc(otc)}`;
  const jwe = ['{"alg":"RSA-OAEP","enc":"A256GCM"}', password, otc, code, state].map(base64url).join('.');
  const description = `Wrong code ${otc} for ${email}, the account ${account} has the password: ${password}.`;
  const answer = `code=${enc(code)}&state=${enc(state)}&id_token=${jws({ sub: email, acr: password }, otc)}&jwe=${jwe}&error_description=${enc(description)}&${places.join('&')}`;
  const story = new Story()
    .request(authorize)
    .redirect(authorize, 302, login)
    .respond(login)
    .request('https://login.example/login', {
      method: 'POST',
      body: {
        kind: 'form',
        fields: [
          ['username', email],
          ['pf.pass', password],
          ['otc', otc],
          [account, '1'],
        ],
      },
    })
    .respond('https://login.example/login')
    .request('https://login.example/login', {
      method: 'POST',
      body: { kind: 'text', text: `<soap><Pin>${otc}</Pin><p>${password}</p></soap>` },
    });
  story.redirect('https://login.example/login', 302, `${redirectUri}?${answer}`);
  const flow = onlyFlow(story);
  const hold: FlowHold = {
    id: '0b9d1e6a-33a4-4c7e-9d42-0f3c1f3a9f10',
    kind: 'released',
    heldAt: 1_700_000_000_100,
    releasedAt: 1_700_000_000_200,
    released: {
      url: `${redirectUri}?code=${enc(password)}`,
      method: 'POST',
      tabId: 1,
      body: { kind: 'text', text: `code=${enc(otc)}&pw=${enc(password)}` },
    },
    changes: [
      { name: 'code', from: code, to: password },
      { name: 'otc', to: otc },
    ],
  };
  return {
    ...flow,
    hold,
    launch: {
      id: '0b9d1e6a-33a4-4c7e-9d42-0f3c1f3a9f11',
      redirectUri: `${redirectUri}/${enc(account)}`,
      state,
    },
    nested: [{ redirectUri: `https://broker.example/${enc(account)}`, state: password }],
    calls: callsOf({ code, password, otc, email, account }),
    webhooks: webhooksOf({ state, password, otc, email, account }),
  };
}

type Named<T extends string> = Readonly<Record<T, string>>;

function callsOf({
  code,
  password,
  otc,
  email,
  account,
}: Named<'code' | 'password' | 'otc' | 'email' | 'account'>) {
  const base: FlowCall = {
    id: 'call-1',
    profileId: 'openid',
    stepId: 'exchange',
    name: 'Exchange the code',
    at: 1_700_000_000_300,
    elapsed: 20,
    method: 'POST',
    url: `https://as.example/accounts/${enc(account)}/token?otc=${enc(otc)}`,
    encoding: 'form',
    fields: [
      { in: 'header', name: 'Authorization', value: `Basic ${base64(`${email}:${password}`)}` },
      { in: 'header', name: 'Cookie', value: `sid=${enc(password)}; ${enc(account)}=1; lonely-${enc(otc)}` },
      { in: 'header', name: 'PSU-ID', value: email },
      { in: 'header', name: 'Ocp-Apim-Subscription-Key', value: password },
      { in: 'header', name: 'Content-Type', value: password },
      { in: 'header', name: 'DAuth', value: jws({ user: email }, password) },
      { in: 'form', name: 'grant_type', value: 'authorization_code' },
      { in: 'form', name: 'code', value: code },
      { in: 'form', name: account, value: otc },
    ],
    status: 400,
    contentType: 'application/json',
    body: JSON.stringify({
      error: 'invalid_grant',
      error_description: `No user ${email} with ${otc}`,
      [account]: { [email]: [otc, true, null] },
      pin: /^\d+$/.test(otc) ? Number(otc) : otc,
      headers: [{ name: 'X-Pin', value: otc }],
    }),
  };
  const texts = [
    `<r><iban>${account}</iban></r>`,
    `password: ${password}\npin = ${otc}`,
    `user=${enc(email)}`,
  ];
  return [
    base,
    ...texts.map(
      (body, index): FlowCall => ({ ...base, id: `call-${index + 2}`, body, contentType: 'text/plain' }),
    ),
    { ...base, id: 'call-5', encoding: 'json', error: `refused for ${email}: ${password}` },
  ] satisfies readonly FlowCall[];
}

function webhooksOf(
  planted: Named<'state' | 'password' | 'otc' | 'email' | 'account'>,
): readonly WebhookDelivery[] {
  const { state, password, otc, email, account } = planted;
  return [
    JSON.stringify({ state, data: { code: otc, [account]: password, number: 1 } }),
    `state=${enc(state)}&email=${enc(email)}`,
    `<hook>${password}</hook>`,
  ].map((body, index) => ({
    id: `${index}`,
    at: 1_700_000_000_400,
    from: 'inbox',
    inboxUrl: `https://inbox.example/${enc(account)}?key=${enc(password)}`,
    body,
    response: readWebhookBody(body, ALIASES),
  }));
}
