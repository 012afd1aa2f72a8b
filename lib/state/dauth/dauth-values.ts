import { DAUTH_CLAIMS, type DauthClaimName } from '../../dauth/claims.ts';
import { checksumAddress } from '../../dauth/eip55.ts';
import type { JsonObject } from '../../jwt/types.ts';
import type { RandomBytes } from '../../oauth/random.ts';

/** The fields of the form; empty ones are left out of the token. */
export type DauthValues = Readonly<Record<DauthClaimName, string>>;

interface Making {
  readonly random: RandomBytes;
  readonly now: () => number;
}

interface ValueGenerator {
  /** What its button does. */
  readonly kind: 'now' | 'generate';
  readonly make: (context: Making) => string;
  /** Made afresh for each token, so not remembered. */
  readonly passing: boolean;
}

const hex = (bytes: Uint8Array): string =>
  `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

const address = ({ random }: Making): string => {
  const lower = hex(random(20));
  return checksumAddress(lower) ?? lower;
};

const bytes32 = ({ random }: Making): string => hex(random(32));

/** How values are made, by claim. */
export const DAUTH_GENERATORS: Readonly<Partial<Record<DauthClaimName, ValueGenerator>>> = {
  smart_contract_address: { kind: 'generate', make: address, passing: false },
  consumer_key: { kind: 'generate', make: bytes32, passing: false },
  timestamp: {
    kind: 'now',
    make: ({ now }) => new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z'),
    passing: true,
  },
  msg_sender: { kind: 'generate', make: address, passing: false },
  request_id: { kind: 'generate', make: bytes32, passing: true },
};

/** Names of networks to choose from; any other may be typed. */
export const NETWORKS = ['ETHEREUM', 'AIRNODE.TESTNET.ETHEREUM'] as const;

/** The remembered values, and fresh ones for what was never typed or is made for each token. */
export function initialValues(remembered: Readonly<Record<string, string>>, making: Making): DauthValues {
  const entries = DAUTH_CLAIMS.map(({ name }) => {
    const generator = DAUTH_GENERATORS[name];
    const kept = generator?.passing ? undefined : remembered[name];
    return [name, kept ?? generator?.make(making) ?? NETWORKS[0]] as const;
  });
  return Object.fromEntries(entries) as Record<DauthClaimName, string>;
}

/** What of the values is remembered. */
export function rememberedValues(values: DauthValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !DAUTH_GENERATORS[name as DauthClaimName]?.passing),
  );
}

/** The claims set of the token, in the order of the form. */
export function dauthClaims(values: DauthValues): JsonObject {
  return Object.fromEntries(
    DAUTH_CLAIMS.map(({ name }) => [name, values[name]] as const).filter(([, value]) => value !== ''),
  );
}
