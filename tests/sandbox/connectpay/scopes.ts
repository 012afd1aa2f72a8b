/** What ConnectPay can grant, and the family each scope belongs to: families must not be mixed. */
export const SCOPES: Readonly<Record<string, { family: 'psd2' | 'proprietary'; label: string }>> = {
  'psd2-ais': { family: 'psd2', label: 'Account information (PSD2)' },
  'psd2-pis': { family: 'psd2', label: 'Payment initiation (PSD2)' },
  'ob-as': { family: 'proprietary', label: 'ConnectPay account services' },
  'ob-ps': { family: 'proprietary', label: 'ConnectPay payment services' },
  'ob-ps:authz-nosca': { family: 'proprietary', label: 'ConnectPay payments without a second factor' },
};

/** Splits a scope value at spaces, without empty entries. */
export function splitScope(value: string): string[] {
  return [...new Set(value.split(' ').filter((scope) => scope !== ''))];
}

/** Whether every scope is known and all belong to one family. */
export function isGrantable(value: string): boolean {
  const families = splitScope(value).map((scope) =>
    Object.hasOwn(SCOPES, scope) ? SCOPES[scope]?.family : undefined,
  );
  return families.length > 0 && families.every((family) => family !== undefined && family === families[0]);
}
