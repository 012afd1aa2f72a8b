import type { TemplateSegment } from './types.ts';

/** What stands in the place of a secret. */
export const MASK = '••••••••';

/** The whole text, secrets included. */
export function joinSegments(segments: readonly TemplateSegment[]): string {
  return segments.map(({ text }) => text).join('');
}

/** The text with {@link MASK} in the place of each secret that is not empty. */
export function maskSegments(segments: readonly TemplateSegment[], mask = MASK): string {
  return segments.map(({ text, secret }) => (secret && text !== '' ? mask : text)).join('');
}
