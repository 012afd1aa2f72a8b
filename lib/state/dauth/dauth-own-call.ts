import type { DauthContext } from '../../dauth/finding.ts';
import { t } from '../../i18n/t.ts';
import { parseJsonObject } from '../../jwt/parse-json.ts';

/** The parts of a call of the user's own client that can be checked. */
export type OwnCall = Pick<DauthContext, 'body' | 'requestHeaders'> & {
  /** Why a part could not be read. */
  readonly fault?: string;
};

/** Reads pasted header lines and a pasted JSON body; empty texts are left out. */
export function readOwnCall(headerText: string, bodyText: string): OwnCall {
  const requestHeaders = headerText
    .split(/\r?\n/)
    .filter((line) => line.includes(':'))
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
    });
  const headers = requestHeaders.length > 0 ? { requestHeaders } : {};
  const lost = headerText.trim() !== '' && requestHeaders.length === 0;
  const fault = lost ? t('dauthOwnNoLine') : undefined;
  if (bodyText.trim() === '') return { ...headers, ...(fault === undefined ? {} : { fault }) };
  const body = parseJsonObject(bodyText);
  if (!body) return { ...headers, fault: t('dauthOwnNoObject') };
  return { ...headers, body, ...(fault === undefined ? {} : { fault }) };
}
