import { describe, expect, it } from 'vitest';
import { createCallRecorder } from '../../../lib/capture/call-recorder.ts';
import type { NetworkEntry } from '../../../lib/flow/network-entry.ts';
import type { Observation } from '../../../lib/flow/observation.ts';
import type { Flow } from '../../../lib/flow/types.ts';
import { answered, requested } from '../rules/support/flows.ts';
import { CATALOGUE } from '../support/catalogue.ts';

const NOW = 1_700_000_001_000;

function create(flows: Flow[], recording = true) {
  const submitted: Observation[] = [];
  const recorder = createCallRecorder({
    store: {
      live: () => flows,
      flow: async (id) => flows.find((flow) => flow.id === id),
      summaries: () => [],
      submit: async (observation) => {
        submitted.push(observation);
        return { flow: flows[0] as Flow, match: 'joined' };
      },
    },
    ready: Promise.resolve(),
    metadata: (at) => ({ id: `o-${submitted.length}`, at }),
    now: () => NOW,
    catalogue: () => CATALOGUE,
    isRecording: () => recording,
  });
  return { recorder, submitted };
}

const entry = (url: string, text: string, status = 200): NetworkEntry => ({
  startedDateTime: new Date(NOW).toISOString(),
  time: 5,
  request: { method: 'POST', url, headers: [], postData: { text } },
  response: { status, headers: [] },
});

const EXCHANGE =
  'grant_type=authorization_code&code=code-1&client_id=c1&redirect_uri=https%3A%2F%2Fother.example%2Fcb&client_secret=s3cret';

describe('calls that webRequest saw', () => {
  it('join their flow without secrets, with what the rules found while these were there', async () => {
    const flow = answered();
    const { recorder, submitted } = create([flow]);
    expect(await recorder.record(entry('https://as.example/token', EXCHANGE))).toBe(true);
    expect(submitted).toMatchObject([
      {
        kind: 'called',
        eventSource: 'webRequest',
        flowId: flow.id,
        call: { seenBy: 'webRequest', stepId: 'page:token', status: 200, profileId: flow.profileId },
      },
    ]);
    const [observation] = submitted;
    const call = observation?.kind === 'called' ? observation.call : undefined;
    expect(call?.body).toBeUndefined();
    expect(call?.findings?.map(({ rule }) => rule)).toContain('TK04');
    expect(JSON.stringify(submitted)).not.toContain('s3cret');
  });

  it('are not kept while nothing is recorded, nor when they belong to no flow', async () => {
    const off = create([answered()], false);
    expect(await off.recorder.record(entry('https://as.example/token', EXCHANGE))).toBe(false);
    const other = create([answered()]);
    const foreign = 'grant_type=authorization_code&code=another&client_id=stranger';
    expect(await other.recorder.record(entry('https://as.example/token', foreign))).toBe(false);
    expect([...off.submitted, ...other.submitted]).toEqual([]);
  });

  it('wait for their flow when they come before it, as a pushed request does', async () => {
    const flows: Flow[] = [];
    const { recorder, submitted } = create(flows);
    const push = 'client_id=c1&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb';
    expect(await recorder.record(entry('https://as.example/par', push, 201))).toBe(false);
    await recorder.retry();
    expect(submitted).toEqual([]);
    flows.push(requested('https://as.example/authorize?client_id=c1&request_uri=urn%3Ax'));
    await recorder.retry();
    await recorder.retry();
    expect(submitted).toMatchObject([{ call: { stepId: 'page:par' } }]);
  });

  it('with a token join the flow whose tokens nobody saw, at the same server', async () => {
    const flow = answered();
    const first = create([flow]);
    await first.recorder.record(entry('https://as.example/token', EXCHANGE));
    const [observation] = first.submitted;
    if (observation?.kind !== 'called') throw new Error('The exchange did not join its flow.');
    const signedIn = { ...flow, calls: [observation.call] };
    const { recorder } = create([signedIn]);
    const refresh = 'grant_type=refresh_token&refresh_token=rt&client_id=c1';
    expect(await recorder.record(entry('https://as.example/token', refresh))).toBe(true);
    expect(await recorder.record(entry('https://elsewhere.example/token', refresh))).toBe(false);
    const stranger = 'grant_type=refresh_token&refresh_token=rt&client_id=c2';
    expect(await recorder.record(entry('https://as.example/token', stranger))).toBe(false);
  });
});
