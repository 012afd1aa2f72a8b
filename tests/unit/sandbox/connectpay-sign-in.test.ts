import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectpayRequest } from '../../sandbox/scenarios/connectpay.ts';
import type { ScenarioStart } from '../../sandbox/scenarios/scenario.ts';
import { confirmFactor, logIn } from '../../sandbox/scenarios/steps.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { HttpBrowser } from './support/http-browser.ts';
import { postForm } from './support/http-request.ts';

let sandbox: Sandbox;
let browser: HttpBrowser;
let started: ScenarioStart;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['connectpay', 'client'] });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  browser = new HttpBrowser();
  started = connectpayRequest(sandbox);
  await browser.goto(started.url);
});

async function enterCode(code: string): Promise<void> {
  await browser.fill('#otp', code);
  await browser.click('#confirm');
}

const messageOn = (html: string): string | undefined => /id="message">([^<]*)</.exec(html)?.[1];

describe('the sign-in', () => {
  it('shows the login page again after a wrong password', async () => {
    await browser.fill('#username', 'demo');
    await browser.fill('#password', 'wrong');
    await browser.click('#login');
    expect(messageOn(browser.html)).toBe('Wrong user name or password. Try again.');
    await logIn(browser);
    await browser.waitFor('#otp');
  });

  it('counts wrong codes down and sends access_denied after the third', async () => {
    await logIn(browser);
    await enterCode('000000');
    expect(messageOn(browser.html)).toBe('Wrong code. 2 attempts are left.');
    await enterCode('000000');
    expect(messageOn(browser.html)).toBe('Wrong code. 1 attempt is left.');
    await enterCode('000000');
    expect(browser.url).toBe(
      `${started.redirectUri}?error=access_denied&state=${started.state}&flowid=GetPSD2AuthCode`,
    );
  });

  it('can start over from the Auth Web App address, which a browser may have cached', async () => {
    await logIn(browser);
    const address = browser.hops.find(({ url }) => url.includes('/auth/redirect?'))?.url ?? '';
    await browser.goto(address);
    await logIn(browser);
    await browser.waitFor('#otp');
  });

  it('does not let anybody post to a later page', async () => {
    const transaction = new URL(browser.url).searchParams.get('transaction') ?? '';
    for (const [path, field] of [
      ['factor', { otp: '123456' }],
      ['consent', { decision: 'grant', scope: 'psd2-ais' }],
    ] as const) {
      const answer = await postForm(`${sandbox.urls.connectpay}/auth/${path}`, { transaction, ...field });
      expect(answer.status).toBe(400);
      expect(answer.body).toContain('This sign-in has ended');
    }
  });

  it('has an end', async () => {
    await browser.goto(`${sandbox.urls.connectpay}/auth/redirect?transaction=unknown`);
    expect(browser.hops.at(-1)?.status).toBe(400);
    expect(browser.html).toContain('This sign-in has ended');
  });
});

describe('the consent', () => {
  beforeEach(async () => {
    await logIn(browser);
    await confirmFactor(browser);
  });

  it('lists both customers and every requested scope, unticked', () => {
    expect(browser.html.match(/type="radio" name="customer" value="\w+"/g)).toEqual([
      'type="radio" name="customer" value="Personal"',
      'type="radio" name="customer" value="Corporate"',
    ]);
    expect(browser.html.match(/type="checkbox" name="scope" value="[^"]+"[^>]*>/g)).toEqual([
      'type="checkbox" name="scope" value="psd2-ais">',
      'type="checkbox" name="scope" value="psd2-pis">',
    ]);
  });

  it('answers with 302 and code, state and flowid, in this order and nothing else', async () => {
    await browser.click('input[value="psd2-ais"]');
    await browser.click('#grant');
    const redirect = browser.hops.at(-2);
    expect(redirect?.status).toBe(302);
    expect(redirect?.location).toMatch(
      new RegExp(
        `^${started.redirectUri}\\?code=[0-9a-f-]{36}&state=${started.state}&flowid=GetPSD2AuthCode$`,
      ),
    );
  });

  it('ignores what is ticked when everything is denied', async () => {
    await browser.click('input[value="psd2-ais"]');
    await browser.click('#deny');
    expect(browser.url).toBe(
      `${started.redirectUri}?error=access_denied&state=${started.state}&flowid=GetPSD2AuthCode`,
    );
  });

  it('never grants a scope that was not requested', async () => {
    const transaction = /name="transaction" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
    const form = { transaction, decision: 'grant', scope: 'ob-ps' };
    const { location } = await postForm(`${sandbox.urls.connectpay}/auth/consent`, form);
    expect(location).toContain('error=access_denied');
  });
});

describe('a request that was answered', () => {
  beforeEach(async () => {
    await logIn(browser);
    await confirmFactor(browser);
    await browser.click('input[value="psd2-ais"]');
    await browser.click('#grant');
  });

  const replayed = async (change: Readonly<Record<string, string>>): Promise<string> => {
    const url = new URL(started.url);
    for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value);
    const again = new HttpBrowser();
    await again.goto(url.href);
    return again.url;
  };

  it.each([
    ['whole', {}],
    ['with another nonce', { nonce: '0b9c2f3e-6d1a-4c58-9f27-3a1e5d7b8c90' }],
    ['with another state', { state: 'k3Jx9QmZ7vRt2LwB5nYc8H' }],
  ])('is refused when it is replayed %s', async (_, change) => {
    expect(await replayed(change)).toContain('error=invalid_request');
  });

  it('is taken with another state and nonce', async () => {
    const state = 'k3Jx9QmZ7vRt2LwB5nYc8H';
    expect(await replayed({ state, nonce: '0b9c2f3e-6d1a-4c58-9f27-3a1e5d7b8c90' })).not.toContain('error=');
  });
});
