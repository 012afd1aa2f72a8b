import { describe, expect, it } from 'vitest';
import { verifyToken } from '../../../lib/jwt/verify.ts';
import { importKey } from '../../../lib/keys/import-key.ts';

/** Made for this test with OpenSSL; its private key was thrown away. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIICTzCCAfWgAwIBAgIUDvKJBrkhH2pZFygLGHIsMpQ+q3IwCgYIKoZIzj0EAwIw
UjELMAkGA1UEBhMCR0IxGjAYBgNVBAoMEUV4YW1wbGUgQmFuaywgTHRkMRAwDgYD
VQQLDAdTaWduaW5nMRUwEwYDVQQDDAxvYmllIHNpZ25pbmcwHhcNMjYxMTIxMDQw
MTEzWhcNMzYxMTE4MDQwMTEzWjBSMQswCQYDVQQGEwJHQjEaMBgGA1UECgwRRXhh
bXBsZSBCYW5rLCBMdGQxEDAOBgNVBAsMB1NpZ25pbmcxFTATBgNVBAMMDG9iaWUg
c2lnbmluZzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCJted/3RasY0AaCPZ0U
4hhyVqsXUMedDa0ajpzHrqIqf5q4fsj+g2arEs8xLafFShxVvKjq1FY1ujmU+oWs
ZeKjgagwgaUwHQYDVR0OBBYEFJGKProcpqyhTU9pZXgRHmhKrjGZMB8GA1UdIwQY
MBaAFJGKProcpqyhTU9pZXgRHmhKrjGZMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0P
AQH/BAQDAgbAMBMGA1UdJQQMMAoGCCsGAQUFBwMCMC0GA1UdEQQmMCSCDGJhbmsu
ZXhhbXBsZYYUaHR0cHM6Ly9iYW5rLmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIh
AKA5cDer5GhnVaX7iwqIuDJbaZMS4dY/g87vMlLScCB7AiA35ZlZt9XP4BAkAXwD
YoMwXUQIk++ieC3jCrvSKz5+OA==
-----END CERTIFICATE-----
`;

describe('a certificate', () => {
  it('is imported as its key, with what it says', async () => {
    const { certificate, ...imported } = await importKey(CERTIFICATE);
    expect(imported).toMatchObject({ format: 'X.509 certificate', type: 'public', algorithm: 'ES256' });
    expect(certificate).toMatchObject({
      subject: 'CN=obie signing,OU=Signing,O=Example Bank\\, Ltd,C=GB',
      issuer: 'CN=obie signing,OU=Signing,O=Example Bank\\, Ltd,C=GB',
      isSelfIssued: true,
      isAuthority: true,
      serialNumber: '0ef28906b9211f6a5917280b18722c32943eab72',
      notBefore: Date.parse('2026-11-21T04:01:13Z'),
      notAfter: Date.parse('2036-11-18T04:01:13Z'),
      keyUsage: ['digitalSignature', 'nonRepudiation'],
      extendedKeyUsage: ['clientAuth'],
      alternativeNames: ['bank.example', 'https://bank.example'],
      sha256: Buffer.from('F8444CED16E0E648A2D1269B0977BFA2C64BC46F91EB25B3371CB307C438158F', 'hex').toString(
        'base64url',
      ),
    });
    expect(certificate?.sha1).toHaveLength(27);
  });

  it('is taken as the key of a token', async () => {
    const header = Buffer.from('{"alg":"ES256"}').toString('base64url');
    const { status, tried } = await verifyToken(`${header}.e30.${'A'.repeat(86)}`, CERTIFICATE);
    expect(status).toBe('invalid-signature');
    expect(tried[0]?.key).toBe('the key of the certificate (a key of type EC P-256)');
  });

  it('is refused when it is damaged', async () => {
    const damaged = CERTIFICATE.replace('MIICTz', 'MIICTy');
    await expect(importKey(damaged)).rejects.toMatchObject({ code: 'damaged' });
  });
});
