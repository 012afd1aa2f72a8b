import { EncryptError } from './encrypt-error.ts';

/**
 * Rejects with `algorithm-unavailable` when an algorithm needs AES with 192-bit keys and the platform has none, as
 * Chromium has none; its own error would look like a wrong key.
 */
export async function requireAes192(
  names: readonly string[],
  subtle: Pick<SubtleCrypto, 'importKey'> = crypto.subtle,
): Promise<void> {
  const needing = names.find((name) => name.includes('A192'));
  if (needing === undefined) return;
  try {
    await subtle.importKey('raw', new Uint8Array(24), 'AES-GCM', false, ['encrypt']);
  } catch (cause) {
    throw new EncryptError(
      'algorithm-unavailable',
      `This browser has no AES with 192-bit keys, which ${needing} needs.`,
      'Use the 128-bit or 256-bit form, or open the workbench in Firefox.',
      cause,
    );
  }
}
