import { keccak_256 } from '@noble/hashes/sha3.js';

/** An Ethereum address as it should be: `0x` and 40 hexadecimal digits. */
const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

/** True for `0x` and 40 hexadecimal digits, whatever their case. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * An address with the letter case of EIP-55: a letter is a capital where the digit of the hash of the lower-case address
 * is 8 or more. Undefined for what is no address.
 */
export function checksumAddress(address: string): string | undefined {
  if (!isAddress(address)) return undefined;
  const lower = address.slice(2).toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(lower));
  const cased = Array.from(lower, (digit, index) => {
    const byte = hash[index >> 1] ?? 0;
    return (index % 2 === 0 ? byte >> 4 : byte & 0xf) >= 8 ? digit.toUpperCase() : digit;
  });
  return `0x${cased.join('')}`;
}

/** Whether an address keeps EIP-55, breaks it, or is all in one case and so says nothing. */
export function addressCase(address: string): 'checksummed' | 'wrong' | 'none' {
  const digits = address.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return 'none';
  return checksumAddress(address) === address ? 'checksummed' : 'wrong';
}
