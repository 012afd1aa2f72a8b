import type { Piece } from './types.ts';

/** What stands in the place of a secret. */
export const MASK = '••••••••';

/** The whole text, secrets included. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The text with {@link MASK} in the place of each secret that is not empty. */
export function maskPieces(pieces: readonly Piece[], mask = MASK): string {
  return pieces.map(({ text, secret }) => (secret && text !== '' ? mask : text)).join('');
}
