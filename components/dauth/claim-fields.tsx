import type { JSX } from 'preact';
import { DAUTH_CLAIMS } from '../../lib/dauth/claims.ts';
import { t } from '../../lib/i18n/t.ts';
import { Section } from '../ui/section.tsx';
import { ClaimField } from './claim-field.tsx';

/** The six claims of the token. */
export function ClaimFields(): JSX.Element {
  return (
    <Section title={t('dauthClaims')} class="request-group group-consent">
      {DAUTH_CLAIMS.map((claim) => (
        <ClaimField key={claim.name} claim={claim} />
      ))}
    </Section>
  );
}
