import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { useAppModel } from '../app/models.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { Trans } from '../ui/trans.tsx';
import { Value } from '../ui/value.tsx';
import './findings.css';
import { TokenCheck } from './token-check.tsx';
import { TokenParts } from './token-parts.tsx';

interface TokensViewProps {
  readonly flow: Flow;
  readonly tokens: readonly FoundToken[];
}

/** Every JWT that the flow carried, and where. */
export function TokensView({ flow, tokens }: TokensViewProps): JSX.Element {
  const { openToken } = useAppModel();
  if (tokens.length === 0) {
    return <EmptyState title={t('flowNoTokens')}>{t('flowNoTokensHint')}</EmptyState>;
  }
  return (
    <>
      {tokens.map(({ token, places, decoded }, index) => (
        <Section
          key={token}
          title={t('flowTokenNumber', index + 1)}
          actions={
            <button type="button" class="button" onClick={() => openToken(token)}>
              {t('flowOpenInTokenTab')}
            </button>
          }
        >
          <p>
            <Trans name="flowTokenFound">
              <Value text={places.join(', ')} />
            </Trans>
          </p>
          <TokenCheck flow={flow} token={token} label={t('flowTokenNumber', index + 1)} />
          <TokenParts label={t('flowTokenNumber', index + 1)} decoded={decoded} />
        </Section>
      ))}
    </>
  );
}
