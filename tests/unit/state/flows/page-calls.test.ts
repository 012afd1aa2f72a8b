import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { NetworkEntry } from '../../../../lib/flow/network-entry.ts';
import { createPageCalls } from '../../../../lib/state/flows/page-calls.ts';
import { requested } from '../../rules/support/flows.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { createMemoryBackground } from '../../support/memory-background.ts';

const pushed: NetworkEntry = {
  startedDateTime: '2026-01-02T03:04:05.000Z',
  time: 5,
  request: {
    method: 'POST',
    url: 'https://as.example/par',
    headers: [],
    postData: { mimeType: 'application/x-www-form-urlencoded', text: 'client_id=c1&response_type=code' },
  },
  response: { status: 201, headers: [] },
};

test('a pushed request joins the flow that comes after it', async () => {
  const background = createMemoryBackground();
  const calls = createPageCalls({ background, profiles: { catalogue: signal(CATALOGUE) } });
  expect(await calls.record(pushed, '{"request_uri":"urn:x"}')).toBe(false);
  await calls.retry();
  const recorded = () => background.calls.filter(({ name }) => name === 'recordCall');
  expect(recorded()).toEqual([]);
  const flow = requested('https://as.example/authorize?client_id=c1&request_uri=urn%3Ax');
  background.setFlow(flow);
  await calls.retry();
  await calls.retry();
  expect(recorded().map(({ args }) => args[0])).toEqual([{ flowId: flow.id }]);
  expect(recorded()[0]?.args[1]).toMatchObject({ stepId: 'page:par', status: 201 });
});
