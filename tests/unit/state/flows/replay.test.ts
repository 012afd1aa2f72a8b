import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../../lib/flow/types.ts';
import { decodeToken } from '../../../../lib/jwt/decode.ts';
import { signToken } from '../../../../lib/jwt/sign.ts';
import { verifyToken } from '../../../../lib/jwt/verify.ts';
import { generateKey } from '../../../../lib/keys/generate.ts';
import type { KeyStore, StoredKey } from '../../../../lib/keys/types.ts';
import { createVerifier, s256Challenge } from '../../../../lib/oauth/pkce.ts';
import type { LaunchFacts } from '../../../../lib/providers/launch-memory.ts';
import { createReplayModel } from '../../../../lib/state/flows/replay-model.ts';
import { planReplay } from '../../../../lib/state/flows/replay-plan.ts';
import { regenerateRequest } from '../../../../lib/state/flows/replay-request.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { memorySettings } from '../../support/memory.ts';
import { createMemoryBackground } from '../../support/memory-background.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const NOW = 1_800_000_000_000;
const BASE =
  'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const flowAt = (url: string): Flow => onlyFlow(new Story().request(url));

function setup(flow: Flow, keys: readonly StoredKey[] = []) {
  const background = createMemoryBackground();
  const remembered = new Map<string, LaunchFacts>();
  const services = {
    background,
    profiles: { catalogue: signal(CATALOGUE), followed: { ready: Promise.resolve() } },
    settings: memorySettings(),
    keys: { list: async () => keys } as unknown as KeyStore,
    launchMemory: {
      remember: async (state: string, facts: LaunchFacts) => void remembered.set(state, facts),
      recall: async (state: string) => remembered.get(state),
    },
    now: () => NOW,
  };
  const model = createReplayModel(services, flow);
  const order = () =>
    background.calls.find(({ name }) => name === 'launch')?.args[0] as { url: string; state?: string };
  return { model, order, remembered };
}

describe('launching again with fresh values', () => {
  it('makes state, nonce and code_challenge again, keeps the rest, and remembers the verifier', async () => {
    const flow = flowAt(
      `${BASE}&state=s-old&nonce=0f9e4c1d-7a53-4f60-9c47-5f3d2e1b0a98&code_challenge=${CHALLENGE}&code_challenge_method=S256&scope=a%20b`,
    );
    const { model, order, remembered } = setup(flow);
    await model.launch('fresh', 'new-tab');
    const sent = new URL(order().url).searchParams;
    expect(model.state.value).toEqual({ kind: 'launched', state: sent.get('state') });
    expect(sent.get('state')).toMatch(/^[\w-]{32}$/);
    expect(sent.get('nonce')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(order().url).toContain('&scope=a%20b');
    const facts = remembered.get(sent.get('state') ?? '');
    expect(await s256Challenge(facts?.codeVerifier ?? '')).toBe(sent.get('code_challenge'));
    expect(order()).toMatchObject({
      state: sent.get('state'),
      redirectUri: 'https://app.test/cb',
      target: 'new-tab',
    });
  });

  it.each(['&code_challenge_method=plain', ''])(
    'makes a plain challenge anew as a plain one (%s)',
    async (method) => {
      const flow = flowAt(`${BASE}&state=s-old&code_challenge=${CHALLENGE}${method}`);
      const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(7);
      const made = await regenerateRequest(flow, planReplay(flow, []), NOW, CATALOGUE, bytes);
      const verifier = createVerifier(bytes);
      expect(made?.pkce).toEqual({ verifier, challenge: verifier, method: 'plain' });
      expect(new URL(made?.url ?? '').searchParams.get('code_challenge')).toBe(verifier);
    },
  );

  it('signs the request object again with its own key, with fresh values and times of the same length', async () => {
    const key = await generateKey('mine', 'PS256');
    const claims = {
      iss: 'c',
      aud: 'as',
      state: 's-old',
      nonce: 'n-old',
      iat: 1_000,
      exp: 1_120,
      jti: 'j',
      deep: { state: 's-old' },
    };
    const token = await signToken({ alg: 'PS256', kid: key.kid }, claims, key.privateKey);
    const { model, order } = setup(flowAt(`${BASE}&state=s-old&request=${token}`), [key]);
    await model.launch('fresh', 'new-tab');
    const sent = new URL(order().url).searchParams;
    const made = sent.get('request') ?? '';
    const payload = decodeToken(made).payload ?? {};
    expect(payload).toMatchObject({
      iss: 'c',
      aud: 'as',
      state: sent.get('state'),
      iat: 1_800_000_000,
      exp: 1_800_000_120,
    });
    expect((payload.deep as { state: string }).state).toBe(sent.get('state'));
    expect([payload.jti, payload.nonce, payload.state]).not.toContain('s-old');
    expect(payload.jti).not.toBe('j');
    expect((await verifyToken(made, key.publicJwk, {})).status).toBe('verified');
  });

  it('says why not when no saved key has the kid, and launches exactly as it was', async () => {
    const other = await generateKey('other', 'PS256');
    const token = await signToken({ alg: 'PS256', kid: 'gone' }, { state: 's-old' }, other.privateKey);
    const flow = flowAt(`${BASE}&state=s-old&request=${token}`);
    const { model, order, remembered } = setup(flow);
    await model.launch('fresh', 'new-tab');
    expect(model.state.value).toEqual({
      kind: 'failed',
      failure: {
        code: 'replay-no-key',
        message: 'The request object is signed, and no saved key has the kid gone.',
        remedy:
          'Import that key in the Keys tab, or start from the fields in the Request tab with a key of yours.',
      },
    });
    await model.launch('same', 'new-tab');
    expect(order().url).toBe(flow.request?.url);
    expect(remembered.size).toBe(0);
  });
});

describe('planReplay', () => {
  const code = (flow: Flow): string | undefined => {
    const { impossible, blocker } = planReplay(flow, []);
    return (impossible ?? blocker)?.code;
  };

  it('knows what cannot be regenerated', () => {
    expect(code(flowAt(`${BASE}&state=s`))).toBeUndefined();
    expect(
      code(
        flowAt(
          'https://as.test/authorize?client_id=c&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ax',
        ),
      ),
    ).toBe('replay-pushed');
    const unseen = onlyFlow(new Story().committed('https://app.test/cb?code=x&state=s1'));
    expect(code(unseen)).toBe('replay-not-seen');
  });

  it('says that a POST travels in the query when it is launched again', () => {
    const [url = '', text = ''] = BASE.split('?');
    const flow = onlyFlow(
      new Story().request(url, { method: 'POST', body: { kind: 'text', text: `${text}&state=s` } }),
    );
    expect(planReplay(flow, []).notes).toEqual([
      'It was sent by POST. Launched again, its parameters travel in the query.',
    ]);
  });
});
