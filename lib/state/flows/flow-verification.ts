import { type ReadonlySignal, signal } from '@preact/signals';
import type { Flow } from '../../flow/types.ts';
import { t } from '../../i18n/t.ts';
import { decodeToken } from '../../jwt/decode.ts';
import { verifyToken } from '../../jwt/verify.ts';
import type { Verification, VerifyKey } from '../../jwt/verify-types.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { contextOf } from '../../rules/context-of.ts';
import type { RuleContext, VerifiedToken } from '../../rules/types.ts';
import { expectationsOf } from '../token/token-expectations.ts';
import { fetchKeys, type KeyFetchContext } from '../token/token-key-fetch.ts';

/** What checking one token came to, and with which keys. */
export interface CheckedToken {
  readonly verification?: Verification;
  /** Why there was no key to check it with. */
  readonly failure?: Failure;
  /** In words: an address, or the name of a saved key. */
  readonly keysFrom: string;
  /** True when nobody but the response itself names the issuer whose keys were used. */
  readonly selfNamed?: boolean;
}

/** Checks signatures of a flow's tokens, each on the user's click. */
export interface FlowVerification {
  /** By the compact serialisation. */
  readonly checked: ReadonlySignal<ReadonlyMap<string, CheckedToken>>;
  /** Tokens that are being checked. */
  readonly checking: ReadonlySignal<ReadonlySet<string>>;
  /** What rules on a flow may use of it. Reads signals. */
  factsOf(flowId: string): Pick<RuleContext, 'verified' | 'issInResponses'>;
  /** Where the keys of a token's issuer are looked for: the issuer that was asked, else the one that is named. */
  addressOf(flow: Flow, token: string): string;
  /** Fetches the keys of an issuer, or a JWKS, and checks the token with them. Never throws. */
  checkByIssuer(flow: Flow, token: string, address: string): Promise<void>;
  /** Checks the token with a saved key. Never throws. */
  checkBySaved(flow: Flow, token: string, key: KeyRecord): Promise<void>;
}

interface Known extends CheckedToken {
  readonly keys: readonly JsonWebKey[];
}

/** Seconds by which clocks may differ. */
const TOLERANCE = 60;

export function createFlowVerification(
  context: KeyFetchContext & { readonly catalogue: ReadonlySignal<Catalogue>; readonly now: () => number },
): FlowVerification {
  const known = signal<ReadonlyMap<string, Known>>(new Map());
  const checking = signal<ReadonlySet<string>>(new Set());
  /** Whether the issuer's metadata promises iss in every response, by flow. */
  const promised = signal<ReadonlyMap<string, boolean>>(new Map());

  const keep = (token: string, found: Known): void => {
    known.value = new Map([...known.peek(), [token, found]]);
  };
  const working = async (token: string, work: () => Promise<void>): Promise<void> => {
    if (checking.peek().has(token)) return;
    checking.value = new Set([...checking.peek(), token]);
    await work();
    const left = new Set(checking.peek());
    left.delete(token);
    checking.value = left;
  };
  const verify = async (flow: Flow, token: string, key: VerifyKey): Promise<Verification> => {
    const { issuer, audience, nonce } = expectationsOf(flow, token);
    return verifyToken(token, key, {
      now: flow.callback?.at ?? context.now(),
      clockTolerance: TOLERANCE,
      ...(issuer === '' ? {} : { issuer }),
      ...(audience === '' ? {} : { audience }),
      ...(nonce === '' || decodeToken(token).payload?.nonce === undefined ? {} : { nonce }),
    });
  };
  const issuerOf = (flow: Flow): string | undefined =>
    contextOf(flow, { catalogue: context.catalogue.value, now: 0 }).issuer;
  const addressOf = (flow: Flow, token: string): string => {
    const named = decodeToken(token).payload?.iss;
    return (
      issuerOf(flow) ??
      flow.callback?.response.values.iss?.value ??
      (typeof named === 'string' && /^https?:/.test(named) ? named : '')
    );
  };
  return {
    checked: known,
    checking,
    factsOf(flowId) {
      const verified = [...known.value].flatMap(
        ([token, { verification, keys }]): readonly VerifiedToken[] => {
          if (!verification) return [];
          const { status, reason, warnings } = verification;
          return [{ token, status, reason, warnings, keys }];
        },
      );
      const issInResponses = promised.value.get(flowId);
      return { verified, ...(issInResponses === undefined ? {} : { issInResponses }) };
    },
    addressOf,
    checkByIssuer: (flow, token, address) =>
      working(token, async () => {
        const { keys, failure, issInResponses } = await fetchKeys(address, context);
        if (issInResponses !== undefined) {
          promised.value = new Map([...promised.peek(), [flow.id, issInResponses]]);
        }
        if (!keys) {
          keep(token, { keysFrom: address, keys: [], ...(failure ? { failure } : {}) });
          return;
        }
        keep(token, {
          keysFrom: address,
          keys: keys.keys,
          selfNamed: issuerOf(flow) === undefined && address === addressOf(flow, token),
          verification: await verify(flow, token, keys),
        });
      }),
    checkBySaved: (flow, token, key) =>
      working(token, async () => {
        const { publicJwk, secretKey, name } = key;
        const verification = await verify(flow, token, publicJwk ?? secretKey);
        keep(token, {
          keysFrom: t('flowKeySaved', name),
          keys: publicJwk ? [publicJwk] : [],
          verification,
        });
      }),
  };
}
