import type { JSX } from 'preact';
import { DAUTH_CLAIMS } from '../../lib/dauth/claims.ts';
import { say } from '../../lib/state/say.ts';
import { Section } from '../ui/section.tsx';
import { ClaimField } from './claim-field.tsx';

/** The six claims of the token. */
export function ClaimFields(): JSX.Element {
  return (
    <Section title={say('dauthClaims')} class="request-group group-consent">
      {DAUTH_CLAIMS.map((claim) => (
        <ClaimField key={claim.name} claim={claim} />
      ))}
    </Section>
  );
}
