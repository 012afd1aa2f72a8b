import type { KeyRecord } from '../../keys/types.ts';

/** Algorithms that OBP's verifier takes, the documented one first. */
const TAKEN = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];

/** Keys that can sign a token, those that the server takes first; the others are offered to see what it says. */
export function signersOf(keys: readonly KeyRecord[]): readonly KeyRecord[] {
  const signers = keys.filter(({ privateKey, secretKey }) =>
    (privateKey ?? secretKey)?.usages.includes('sign'),
  );
  const rank = ({ algorithm }: KeyRecord): number =>
    TAKEN.includes(algorithm) ? TAKEN.indexOf(algorithm) : 9;
  return [...signers].sort((one, other) => rank(one) - rank(other));
}

/** The chosen key, else the first that the server takes. */
export function fittingKey(signers: readonly KeyRecord[], chosen: string): KeyRecord | undefined {
  return (
    signers.find(({ id }) => id === chosen) ?? signers.find(({ algorithm }) => TAKEN.includes(algorithm))
  );
}

/** True for an algorithm that OBP's verifier takes. */
export function isTaken(algorithm: string): boolean {
  return TAKEN.includes(algorithm);
}
