import type { Json, JsonObject } from '../jwt/types.ts';

/** The name of the HTTP request header, in the only letter case that the server looks for. */
export const DAUTH_HEADER = 'DAuth';

/** What every DAuth provider begins with. */
export const PROVIDER_PREFIX = 'dauth.';

/** The finished header line: the token alone, without a scheme word. */
export function dauthHeaderLine(token: string): string {
  return `${DAUTH_HEADER}: ${token}`;
}

/** The user that the server gets or creates for a token. */
export interface DauthUser {
  /** `dauth.` and network_name. */
  readonly provider: string;
  /** smart_contract_address. */
  readonly username: string;
}

/** The user of a token's claims, or undefined when a claim that makes it up is missing. */
export function dauthUser(claims: JsonObject): DauthUser | undefined {
  const { network_name: network, smart_contract_address: address } = claims;
  if (!isText(network) || !isText(address)) return undefined;
  return { provider: `${PROVIDER_PREFIX}${network}`, username: address };
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
