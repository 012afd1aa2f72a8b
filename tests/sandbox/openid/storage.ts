import type { Adapter, StoredPayload } from 'oidc-provider';
import { BoundedMap } from '../bounded-map.ts';
import type { JwkSets } from '../jwk-sets.ts';

interface Entry {
  readonly model: string;
  readonly payload: StoredPayload;
  readonly expires: number;
}

/** Everything one OpenID sandbox keeps, in memory and for this run only. */
export class OpenidStorage {
  readonly #entries = new BoundedMap<Entry>(5000);
  readonly #byGrant = new BoundedMap<Set<string>>();
  readonly #clients: ReadonlyMap<string, StoredPayload>;
  readonly #keys: JwkSets;

  constructor(clients: readonly StoredPayload[], keys: JwkSets) {
    this.#clients = new Map(clients.map((client) => [String(client.client_id), client]));
    this.#keys = keys;
  }

  /** The adapter oidc-provider asks for each of its models. */
  adapter(model: string): Adapter {
    const key = (id: string): string => `${model}:${id}`;
    return {
      upsert: async (id, payload, expiresIn = Number.POSITIVE_INFINITY) => {
        const expires = Date.now() + expiresIn * 1000;
        this.#entries.set(key(id), { model, payload, expires });
        this.#index(key(id), payload, expires);
      },
      find: async (id = '') => (model === 'Client' ? this.#client(id) : this.#read(key(id))),
      findByUid: async (uid) => this.#read(`uid:${uid}`),
      findByUserCode: async (userCode) => this.#read(`userCode:${userCode}`),
      consume: async (id) => {
        const payload = this.#read(key(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        const payload = this.#read(key(id));
        if (payload?.uid !== undefined) this.#entries.take(`uid:${String(payload.uid)}`);
        this.#entries.take(key(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const member of this.#byGrant.take(grantId) ?? []) this.#entries.take(member);
      },
    };
  }

  #read(key: string): StoredPayload | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.expires > Date.now() ? entry.payload : undefined;
  }

  #index(key: string, payload: StoredPayload, expires: number): void {
    const { grantId, uid, userCode } = payload;
    const [model = ''] = key.split(':');
    if (typeof uid === 'string' && model === 'Session') {
      this.#entries.set(`uid:${uid}`, { model, payload, expires });
    }
    if (typeof userCode === 'string') this.#entries.set(`userCode:${userCode}`, { model, payload, expires });
    if (typeof grantId !== 'string' || !GRANT_MEMBERS.has(model)) return;
    const members = this.#byGrant.get(grantId) ?? new Set();
    members.add(key);
    this.#byGrant.set(grantId, members);
  }

  /** Clients take the keys registered at run time; oidc-provider notices that the metadata changed. */
  #client(id: string): StoredPayload | undefined {
    const client = this.#clients.get(id);
    return client === undefined ? undefined : { ...client, jwks: this.#keys.get(id) };
  }
}

const GRANT_MEMBERS = new Set([
  'AccessToken',
  'AuthorizationCode',
  'RefreshToken',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
]);
