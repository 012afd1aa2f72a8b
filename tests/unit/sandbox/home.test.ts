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
    '<section id="obp"><h2>Open Bank Project</h2>',
    `<code>${urls.obp}/sandbox/public-key</code>`,
    '<dd class="value">gh.29.uk</dd>',
    `<code>${urls.finapiProcess}/sandbox/fault</code>`,
  ]) {
    expect(body).toContain(text);
  }
  await stop();
});
