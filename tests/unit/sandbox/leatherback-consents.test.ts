import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JwkSets } from '../../sandbox/jwk-sets.ts';
import { LEATHERBACK_CLIENT, LeatherbackClients } from '../../sandbox/leatherback/clients.ts';
import { type Consent, Consents, DEMO_CONSENT_ID } from '../../sandbox/leatherback/consents.ts';
import { checkRequest } from '../../sandbox/leatherback/request-object.ts';
import { LeatherbackTokens } from '../../sandbox/leatherback/tokens.ts';
import { createTestKey, type TestKey, VALID_CLAIMS } from './support/leatherback.ts';

const START = Date.UTC(2030, 0, 1);
const HOUR = 3_600_000;

let now = START;
let key: TestKey;
let consents: Consents;
let consent: Consent;
beforeAll(async () => {
  key = await createTestKey();
});
beforeEach(() => {
  now = START;
  consents = new Consents(() => now);
  consent = consents.create(LEATHERBACK_CLIENT.id, {
    Permissions: ['ReadAccountsBasic'],
    ExpirationDateTime: new Date(START + HOUR).toISOString(),
    TransactionFromDateTime: new Date(START - HOUR).toISOString(),
    TransactionToDateTime: new Date(START).toISOString(),
  });
});

/** What the sandbox says to a request for a consent. */
async function asked(value: string): Promise<unknown> {
  const keys = new JwkSets();
  keys.addClient(LEATHERBACK_CLIENT.id);
  keys.register(LEATHERBACK_CLIENT.id, { keys: [key.publicJwk] });
  const claims = { id_token: { openbanking_intent_id: { value } } };
  const request = await key.sign({ ...VALID_CLAIMS, claims });
  const context = {
    clients: new LeatherbackClients('http://127.0.0.1:1/webhook'),
    consents,
    keys,
    now: () => now,
  };
  const outcome = await checkRequest(new URLSearchParams({ request, state: 'st-1' }), context);
  return typeof outcome === 'string' ? outcome : outcome.consent.ConsentId;
}

describe('a consent', () => {
  it('can be authorized while it runs', async () => {
    expect(await asked(consent.ConsentId)).toBe(consent.ConsentId);
  });

  it('cannot when it has expired', async () => {
    now = START + HOUR;
    expect(await asked(consent.ConsentId)).toBe('intent_expired');
  });

  it.each(['Authorised', 'Rejected'] as const)('cannot when it is %s', async (status) => {
    consents.decide(consent, status);
    expect(await asked(consent.ConsentId)).toBe('intent_decided');
  });

  it('of the demo can be authorized again and again', async () => {
    const demo = consents.find(DEMO_CONSENT_ID, LEATHERBACK_CLIENT.id);
    if (demo) consents.decide(demo, 'Authorised');
    expect(await asked(DEMO_CONSENT_ID)).toBe(DEMO_CONSENT_ID);
  });
});

describe('a code', () => {
  const grant = { clientId: LEATHERBACK_CLIENT.id, consentId: DEMO_CONSENT_ID };

  it('is exchanged within ten minutes, once', async () => {
    const tokens = new LeatherbackTokens(() => now);
    const code = await tokens.issueCode(grant, 'st-1');
    now += 600_000;
    expect(tokens.takeCode(code)).toEqual(grant);
    expect(tokens.takeCode(code)).toBe(undefined);
  });

  it('is refused when it is older', async () => {
    const tokens = new LeatherbackTokens(() => now);
    const code = await tokens.issueCode(grant, 'st-1');
    now += 600_001;
    expect(tokens.takeCode(code)).toBe(undefined);
  });
});
