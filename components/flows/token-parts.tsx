import type { JSX } from 'preact';
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
          <h3>Header</h3>
          <ClaimsTable label={`${label}: header`} claims={decoded.header} />
        </div>
      )}
      {decoded.payload ? (
        <div>
          <h3>Claims</h3>
          <ClaimsTable label={`${label}: claims`} claims={decoded.payload} />
        </div>
      ) : (
        decoded.payloadText !== undefined && <Value text={decoded.payloadText} />
      )}
      {decoded.kind === 'jwe' && <p class="muted">The content is encrypted; only its header can be read.</p>}
    </div>
  );
}
