import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import type { NamedValues, ValueSource } from '../../lib/oauth/named-value.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { useAppModel } from '../app/models.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { MarkedParameters } from './marked-parameters.tsx';
import { TokenParts } from './token-parts.tsx';

interface RequestViewProps {
  readonly flow: Flow;
  readonly findings: readonly Finding[];
  /** Shows the findings of a rule. */
  readonly onFinding: (rule: string) => void;
}

/** The authorize request as it was sent, and as the server should read it. */
export function RequestView({ flow, findings, onFinding }: RequestViewProps): JSX.Element {
  const { openToken } = useAppModel();
  const { request } = flow;
  if (!request) {
    return <EmptyState title={t('flowNoRequest')}>{t('flowNoRequestHint')}</EmptyState>;
  }
  const { requestObject } = request;
  return (
    <>
      <Section title="URL" actions={<CopyButton what={t('flowAuthorizeUrl')} value={request.url} />}>
        <Value text={request.url} />
      </Section>
      <Section title={t('flowParameters')}>
        <MarkedParameters
          part="request"
          label={t('flowParametersOfRequest')}
          parameters={request.parameters}
          findings={findings}
          onFinding={onFinding}
        />
      </Section>
      {requestObject && (
        <Section
          title={t('flowRequestObject')}
          actions={
            <button type="button" class="button" onClick={() => openToken(requestObject.token)}>
              {t('flowOpenInTokenTab')}
            </button>
          }
        >
          <p class="muted">{t('flowNotVerified')}</p>
          <TokenParts label={t('flowRequestObject')} decoded={requestObject} />
        </Section>
      )}
      <Section title={t('flowAsServerReads')}>
        <EffectiveValues values={request.values} />
      </Section>
    </>
  );
}

/** Where a value stood. */
const SOURCES = {
  query: 'flowSourceQuery',
  fragment: 'flowSourceFragment',
  form: 'flowSourceForm',
  'request object': 'flowSourceRequestObject',
  'response token': 'flowWorthResponseToken',
  launch: 'flowSourceLaunch',
  webhook: 'flowSourceWebhook',
} as const satisfies Record<ValueSource, MessageName>;

function EffectiveValues({ values }: { readonly values: NamedValues }): JSX.Element {
  return (
    <div class="scroll-x">
      <table class="table" aria-label={t('flowEffectiveValues')}>
        <thead>
          <tr>
            <th scope="col">{t('flowParameter')}</th>
            <th scope="col">{t('wordValue')}</th>
            <th scope="col">{t('flowValueFrom')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(values).map(([standard, { name, value, source }]) => (
            <tr key={standard}>
              <th scope="row">{standard}</th>
              <td>
                <Value text={value} />
              </td>
              <td class="narrow">
                {name === standard ? t(SOURCES[source]) : t('flowValueFromAs', t(SOURCES[source]), name)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
