/** Primes that tell keys of the faulty generator apart. */
const PRIMES = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157];

/**
 * True when an RSA modulus was made by the generator of CVE-2017-15361 (ROCA): modulo every small prime it is a power of
 * 65537. Such keys can be factored. A sound key passes for one about once in 2^27.
 */
export function isRocaModulus(modulus: Uint8Array): boolean {
  let number = 0n;
  for (const byte of modulus) number = (number << 8n) | BigInt(byte);
  return PRIMES.every((prime) => isPower(Number(number % BigInt(prime)), prime));
}

function isPower(residue: number, prime: number): boolean {
  const base = 65537 % prime;
  let power = 1;
  do {
    if (power === residue) return true;
    power = (power * base) % prime;
  } while (power !== 1);
  return false;
}
