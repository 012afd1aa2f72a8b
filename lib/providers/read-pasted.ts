import type { Json, JsonObject } from '../jwt/types.ts';
import { parseAuthorizeRequest } from '../oauth/authorize-request.ts';
import type { ExtraParameter } from '../oauth/build-authorize-url.ts';
import { isHttp, parseUrl, splitUrl } from '../oauth/url.ts';
import { type Catalogue, profileById } from './catalogue.ts';
import { identifyProfile } from './identify.ts';
import type { Environment, Profile } from './types.ts';

/** An authorize URL taken apart into the fields of its profile. */
export interface PastedRequest {
  readonly profileId: string;
  /** The documented environment whose endpoint it is, if any. */
  readonly environmentId?: string;
  readonly endpoint: string;
  readonly values: Readonly<Record<string, string>>;
  /** What the profile has no field for, repeats included. */
  readonly extras: readonly ExtraParameter[];
}

/** Reads an authorize URL that somebody pasted; undefined when the text is no http(s) URL. */
export function readPasted(text: string, catalogue: Catalogue): PastedRequest | undefined {
  const url = text.trim();
  if (!isHttp(url) || !parseUrl(url)) return undefined;
  const { parameters, requestObject, values } = parseAuthorizeRequest({ url }, catalogue.aliases);
  const claims = requestObject?.payload ?? {};
  const profile = profileById(
    catalogue,
    identifyProfile(
      {
        url,
        parameterNames: [...parameters.map(({ name }) => name), ...Object.keys(claims)],
        ...(values.scope ? { scope: values.scope.value } : {}),
      },
      catalogue,
    ),
  );
  const endpoint = splitUrl(url).base;
  const environment = environmentOf(profile, endpoint, new Set(parameters.map(({ name }) => name)));
  const asWritten = Object.entries(environment?.spellings ?? {});
  const inside = fromClaims(profile, claims);
  const fields: Record<string, string> = { ...inside.values };
  const extras: ExtraParameter[] = [...inside.extras];
  const taken = new Set<string>();
  for (const { name: written, value } of parameters) {
    const name = asWritten.find(([, spelling]) => spelling === written)?.[0] ?? written;
    if (requestObject?.payload && name === (profile.requestObject?.parameter ?? 'request')) continue;
    const known = profile.parameters.some((spec) => spec.name === name);
    if (known && Object.hasOwn(inside.values, name)) continue;
    if (known && !taken.has(name)) {
      fields[name] = value;
      taken.add(name);
    } else extras.push({ name, value, in: 'query' });
  }
  return {
    profileId: profile.id,
    ...(environment ? { environmentId: environment.id } : {}),
    endpoint: environment?.authorizationEndpoint ?? endpoint,
    values: fields,
    extras,
  };
}

/** The environment with this endpoint; of several, the one whose spellings were used. */
function environmentOf(
  { environments }: Profile,
  endpoint: string,
  names: ReadonlySet<string>,
): Environment | undefined {
  const candidates = environments.filter((one) => sameAddress(one.authorizationEndpoint, endpoint));
  const spelt = candidates.find(({ spellings }) =>
    Object.entries(spellings ?? {}).some(([name, spelling]) => names.has(spelling) && !names.has(name)),
  );
  return spelt ?? candidates[0];
}

function sameAddress(one: string, other: string): boolean {
  const href = parseUrl(one)?.href;
  return href !== undefined && href === parseUrl(other)?.href;
}

function fromClaims(
  profile: Profile,
  claims: JsonObject,
): { values: Readonly<Record<string, string>>; extras: readonly ExtraParameter[] } {
  const values: Record<string, string> = {};
  const used = new Set<string>(profile.requestObject?.made ?? []);
  for (const { name, place } of profile.parameters) {
    const path = place.in === 'request object' ? place.path : [name];
    // Samples have the innermost name flat at the top as well.
    const claim = dig(claims, path) ?? dig(claims, [name]);
    if (claim === undefined) continue;
    values[name] = asText(claim);
    used.add(name);
    if (path[0] !== undefined && dig(claims, path) !== undefined) used.add(path[0]);
  }
  const extras = Object.entries(claims)
    .filter(([name]) => !used.has(name))
    .map(([name, claim]): ExtraParameter => ({ name, value: asText(claim), in: 'request object' }));
  return { values, extras };
}

function dig(value: Json | undefined, [name, ...rest]: readonly string[]): Json | undefined {
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) {
    return undefined;
  }
  return dig((value as JsonObject)[name], rest);
}

function asText(claim: Json | undefined): string {
  return typeof claim === 'string' ? claim : (JSON.stringify(claim) ?? '');
}
