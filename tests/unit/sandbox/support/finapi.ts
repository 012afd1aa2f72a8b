import { FINAPI_CLIENT } from '../../../sandbox/finapi/client.ts';
import { type HttpAnswer, postForm, postJson } from './http-request.ts';

/** The form fields that authenticate the client. */
export const CLIENT = { client_id: FINAPI_CLIENT.id, client_secret: FINAPI_CLIENT.secret } as const;

/** A token answer. */
export interface Tokens {
  readonly access_token: string;
  readonly token_type: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly scope: string;
}

/** Calls to one running Access. */
export class FinapiCalls {
  constructor(readonly origin: string) {}

  token(
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer> {
    return postForm(`${this.origin}/api/v2/oauth/token`, fields, headers);
  }

  clientToken(): Promise<Tokens> {
    return this.#tokens({ ...CLIENT, grant_type: 'client_credentials' });
  }

  userToken(username: string, password: string): Promise<Tokens> {
    return this.#tokens({ ...CLIENT, grant_type: 'password', username, password });
  }

  async createUser(input: unknown): Promise<HttpAnswer> {
    return postJson(`${this.origin}/api/v2/users`, input, bearer(await this.clientToken()));
  }

  async #tokens(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const answer = await this.token(fields);
    if (answer.status !== 200) throw new Error(answer.body);
    return JSON.parse(answer.body) as Tokens;
  }
}

/** The header that sends an access token. */
export function bearer({ access_token }: Pick<Tokens, 'access_token'>): { authorization: string } {
  return { authorization: `Bearer ${access_token}` };
}

/** Status, error and description of a `BadCredentialsError`. */
export function badCredentials({ status, body }: HttpAnswer): [number, unknown, unknown] {
  const { error, error_description } = JSON.parse(body) as Record<string, unknown>;
  return [status, error, error_description];
}

/** Status, code and message of an `ErrorMessage`. */
export function errorMessage({ status, body }: HttpAnswer): [number, unknown, unknown] {
  const { errors } = JSON.parse(body) as { errors: { code: unknown; message: unknown }[] };
  return [status, errors[0]?.code, errors[0]?.message];
}
