import { afterAll, beforeAll, expect, it } from 'vitest';
import { WEB_FORM_LIFETIME_MS } from '../../sandbox/finapi/web-form.ts';
import { EPHEMERAL_PORTS, type Sandbox, startSandbox } from '../../sandbox/start.ts';
import { httpRequest, postForm } from './support/http-request.ts';

const ID = '0b7c1f0e-5a0c-4c5e-9f6d-0123456789a';
const REDIRECT = 'http://127.0.0.1:4610/callback?mine=1';

let sandbox: Sandbox;
let now = 0;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: EPHEMERAL_PORTS, servers: ['finapi'], now: () => now });
});
afterAll(() => sandbox.stop());

const form = (last: string): string =>
  `${sandbox.urls.finapi}/wf/${ID}${last}?${new URLSearchParams({ redirectUrl: REDIRECT, errorRedirectUrl: `${REDIRECT}&failed=1` })}`;

it('redirects to redirectUrl as it is, once', async () => {
  expect((await httpRequest(form('1'))).status).toBe(200);
  const answer = await postForm(form('1'), { outcome: 'done' });
  expect([answer.status, answer.header('location')]).toEqual([303, REDIRECT]);
  expect((await postForm(form('1'), { outcome: 'done' })).status).toBe(410);
  expect((await httpRequest(form('1'))).status).toBe(410);
});

it('redirects to errorRedirectUrl when it fails', async () => {
  const answer = await postForm(form('2'), { outcome: 'error' });
  expect([answer.status, answer.header('location')]).toEqual([303, `${REDIRECT}&failed=1`]);
});

it('is over twenty minutes after its first visit', async () => {
  expect((await httpRequest(form('3'))).status).toBe(200);
  now += WEB_FORM_LIFETIME_MS;
  expect((await httpRequest(form('3'))).status).toBe(410);
});

it('is no form without a UUID, and redirects to no script', async () => {
  expect((await httpRequest(`${sandbox.urls.finapi}/wf/none`)).status).toBe(410);
  const answer = await postForm(`${sandbox.urls.finapi}/wf/${ID}4?redirectUrl=javascript:alert(1)`, {});
  expect([answer.status, answer.header('location')]).toEqual([200, undefined]);
});
