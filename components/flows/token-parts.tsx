import type { JSX } from 'preact';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { say } from '../../lib/state/say.ts';
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
          <h3>{say('flowTokenHeader')}</h3>
          <ClaimsTable label={say('flowTokenHeaderOf', label)} claims={decoded.header} />
        </div>
      )}
      {decoded.payload ? (
        <div>
          <h3>{say('flowTokenClaims')}</h3>
          <ClaimsTable label={say('flowTokenClaimsOf', label)} claims={decoded.payload} />
        </div>
      ) : (
        decoded.payloadText !== undefined && <Value text={decoded.payloadText} />
      )}
      {decoded.kind === 'jwe' && <p class="muted">{say('flowTokenEncrypted')}</p>}
    </div>
  );
}
