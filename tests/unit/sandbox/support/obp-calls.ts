import { ACCOUNT_HOLDER_TOKEN } from '../../../sandbox/obp/login.ts';
import { ACCOUNT_ID, BANK_ID } from '../../../sandbox/obp/views.ts';
import type { Sandbox } from '../../../sandbox/start.ts';
import { createDauthKey, type DauthKey, put, SAMPLE_CLAIMS } from './dauth.ts';
import { type HttpAnswer, httpRequest, postJson } from './http-request.ts';

/** The headers of a call by the person who holds the account. */
export const AS_HOLDER = { authorization: `Bearer ${ACCOUNT_HOLDER_TOKEN}` } as const;

/** Where a call goes; what is not given is the sample bank and account and their owner view. */
interface Place {
  readonly bank?: string;
  readonly account?: string;
  readonly view?: string;
}

/** Calls to one running server, by the account holder unless other headers are given. */
export class ObpCalls {
  constructor(
    readonly origin: string,
    readonly key: DauthKey,
  ) {}

  /** Registers a key at a server. */
  static async at({ urls }: Sandbox): Promise<ObpCalls> {
    const key = await createDauthKey();
    await put(`${urls.obp}/sandbox/public-key`, key.publicJwk);
    return new ObpCalls(urls.obp, key);
  }

  /** The headers of a call by a smart contract on the network ETHEREUM. */
  async as(smart_contract_address: string): Promise<{ DAuth: string }> {
    const claims = { ...SAMPLE_CLAIMS, network_name: 'ETHEREUM', smart_contract_address };
    return { DAuth: await this.key.sign(claims) };
  }

  /** The id of the user that a call is made by. */
  async userId(headers: Readonly<Record<string, string>>): Promise<string> {
    const { body } = await httpRequest(`${this.origin}/obp/v5.1.0/users/current`, { headers });
    return (JSON.parse(body) as { user_id: string }).user_id;
  }

  v510(
    endpoint: string,
    body: unknown,
    { bank = BANK_ID, account = ACCOUNT_ID, view = 'owner' }: Place = {},
    headers: Readonly<Record<string, string>> = AS_HOLDER,
  ): Promise<HttpAnswer> {
    const path = `/obp/v5.1.0/banks/${bank}/accounts/${account}/views/${view}/${endpoint}`;
    return postJson(this.origin + path, body, headers);
  }

  v400(
    endpoint: string,
    body: unknown,
    { bank = BANK_ID, account = ACCOUNT_ID }: Place = {},
    headers: Readonly<Record<string, string>> = AS_HOLDER,
  ): Promise<HttpAnswer> {
    const path = `/obp/v4.0.0/banks/${bank}/accounts/${account}/${endpoint}`;
    return postJson(this.origin + path, body, headers);
  }

  entitlements(body: unknown, headers: Readonly<Record<string, string>> = AS_HOLDER): Promise<HttpAnswer> {
    return postJson(`${this.origin}/obp/v4.0.0/user-entitlements`, body, headers);
  }
}
