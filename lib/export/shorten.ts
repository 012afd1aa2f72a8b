/** The same plain data with every text cut after this many UTF-16 units. */
export function shorten<T>(value: T, longest: number): T {
  if (typeof value === 'string') return (value.length > longest ? value.slice(0, longest) : value) as T;
  if (Array.isArray(value)) return value.map((one) => shorten(one as unknown, longest)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shorten(one, longest)])) as T;
}
