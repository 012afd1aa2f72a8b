/** Why nobody answered, as far as the browsers' own error names say. */
export type ConnectionFailure = 'refused' | 'name not resolved' | 'timed out';

const PATTERNS: readonly (readonly [RegExp, ConnectionFailure])[] = [
  [/CONNECTION_REFUSED/i, 'refused'],
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST/i, 'name not resolved'],
  [/TIMED_OUT|NET_TIMEOUT/i, 'timed out'],
];

/** The meaning of a browser's error name (`net::ERR_CONNECTION_REFUSED`, `NS_ERROR_CONNECTION_REFUSED`); undefined for others. */
export function connectionFailure(error: string): ConnectionFailure | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(error))?.[1];
}
