import type { Certificate } from './certificate.ts';

/** Certificates of a chain, so that a circle of issuers ends. */
const MAX_CHAIN = 10;

/**
 * The issuers of a certificate, nearest first, as far as they are among the others: by their names (RFC 5280 section 6.1),
 * no signature is verified.
 */
export function issuersOf(certificate: Certificate, others: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = [];
  let last = certificate;
  while (!last.isSelfIssued && chain.length < MAX_CHAIN) {
    const next = others.find(({ subject, sha256 }) => subject === last.issuer && sha256 !== last.sha256);
    if (next === undefined || chain.includes(next)) break;
    chain.push(next);
    last = next;
  }
  return chain;
}
