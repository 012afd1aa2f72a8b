import { quote } from './quote.ts';

/** What a JSON value is, for the end of “found …”; bounded. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    return value === ''
      ? 'an empty text'
      : value.length > 200
        ? `a text of ${value.length} characters`
        : quote(value);
  }
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
