import { describe, expect, it } from 'vitest';
import { requireAes192 } from '../../../lib/jwt/aes-192.ts';

const without192 = { importKey: () => Promise.reject(new DOMException('unsupported', 'OperationError')) };

describe('requireAes192', () => {
  it('says that the platform, and not the key, is at fault', async () => {
    await expect(requireAes192(['ECDH-ES+A192KW', 'A128GCM'], without192)).rejects.toMatchObject({
      code: 'algorithm-unavailable',
      message: 'This browser has no AES with 192-bit keys, which ECDH-ES+A192KW needs.',
      remedy: 'Use the 128-bit or 256-bit form, or open the workbench in Firefox.',
    });
  });

  it('asks nothing for other algorithms, and passes where the platform has them', async () => {
    await expect(requireAes192(['RSA-OAEP-256', 'A256GCM'], without192)).resolves.toBeUndefined();
    await expect(requireAes192(['A192KW', 'A192GCM'])).resolves.toBeUndefined();
  });
});
