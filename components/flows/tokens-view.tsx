import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { useContextMenu } from '../ui/context-menu.ts';
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
  const { clipboard } = useServices();
  const contextMenu = useContextMenu();
  const copy = (text: string) => () => void clipboard(text).catch(() => undefined);
  if (tokens.length === 0) {
    return <EmptyState title={t('flowNoTokens')}>{t('flowNoTokensHint')}</EmptyState>;
  }
  return (
    <>
      {tokens.map(({ token, places, decoded }, index) => (
        <Section
          key={token}
          title={t('flowTokenNumber', index + 1)}
          onContextMenu={contextMenu(t('flowTokenNumber', index + 1), () => [
            { label: t('uiCopyWhat', t('flowTokenNumber', index + 1)), run: copy(token) },
            ...partsOf(decoded).map(([name, text]) => ({ label: t('uiCopyWhat', name), run: copy(text) })),
            { label: t('flowOpenInTokenTab'), separate: true, run: () => openToken(token) },
          ])}
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

/** What of a token can be copied by itself. */
function partsOf({ header, payload }: DecodedToken): readonly (readonly [name: string, text: string])[] {
  return [
    ...(header ? [[t('tokenHeader'), JSON.stringify(header, null, 2)] as const] : []),
    ...(payload ? [[t('tokenPayload'), JSON.stringify(payload, null, 2)] as const] : []),
  ];
}
