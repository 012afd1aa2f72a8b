import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { ClaimsTable } from '../ui/claims-table.tsx';
import { TokenProblems } from '../ui/token-problems.tsx';
import { Value } from '../ui/value.tsx';

interface TokenPartsProps {
  /** Such as `Request object`; names the tables. */
  readonly label: string;
  readonly decoded: DecodedToken;
}

/** Header, claims and problems of a token found in a flow. */
export function TokenParts({ label, decoded }: TokenPartsProps): JSX.Element {
  return (
    <div class="stack">
      <TokenProblems problems={decoded.problems} />
      {decoded.header && (
        <div>
          <h3>{t('flowTokenHeader')}</h3>
          <ClaimsTable label={t('flowTokenHeaderOf', label)} claims={decoded.header} />
        </div>
      )}
      {decoded.payload ? (
        <div>
          <h3>{t('flowTokenClaims')}</h3>
          <ClaimsTable label={t('flowTokenClaimsOf', label)} claims={decoded.payload} />
        </div>
      ) : (
        decoded.payloadText !== undefined && <Value text={decoded.payloadText} />
      )}
      {decoded.kind === 'jwe' && <p class="muted">{t('flowTokenEncrypted')}</p>}
    </div>
  );
}
