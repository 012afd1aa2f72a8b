import { expect, it } from 'vitest';
import { EPHEMERAL_PORTS, startSandbox } from '../../sandbox/start.ts';
import { httpRequest } from './support/http-request.ts';

it('the start page says how to call the APIs, at the addresses they have', async () => {
  const servers = ['start', 'finapi', 'obp', 'finapiProcess'] as const;
  const { urls, stop } = await startSandbox({ ports: EPHEMERAL_PORTS, servers });
  const { body } = await httpRequest(urls.start);
  for (const text of [
    '<section id="finapi"><h2>finAPI</h2>',
    `<code>${urls.finapiProcess}/api/v1/processes</code>`,
    `<code>${urls.finapi}/api/v2/oauth/token</code>`,
    '<section id="connectpay"><h2>ConnectPay</h2>',
    '<section id="leatherback"><h2>Leatherback</h2>',
    '<section id="obp"><h2>Open Bank Project</h2>',
    `<code>${urls.obp}/sandbox/public-key</code>`,
    '<dd class="value">gh.29.uk</dd>',
    `<code>${urls.finapiProcess}/sandbox/fault</code>`,
  ]) {
    expect(body).toContain(text);
  }
  await stop();
});

it.each([
  ['connectpay', '/', 'connectpay-sandbox-secret'],
  ['leatherback', '/start', 'leatherback-sandbox-certificate'],
  ['finapi', '/', '8f92ea14-b9b9-11ec-8422-0242ac120002'],
  ['finapiProcess', '/', '8f92ea14-b9b9-11ec-8422-0242ac120002'],
  ['obp', '/', 'obp-sandbox-account-holder'],
] as const)('%s has a start page of its own', async (server, path, credential) => {
  const { urls, stop } = await startSandbox({ ports: EPHEMERAL_PORTS, servers: [server] });
  const { status, body } = await httpRequest(urls[server] + path);
  expect(status).toBe(200);
  expect(body).toContain(`<dd class="value">${credential}</dd>`);
  await stop();
});
