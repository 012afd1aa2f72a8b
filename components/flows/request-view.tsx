import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import type { NamedValues } from '../../lib/oauth/named-value.ts';
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
    return (
      <EmptyState title="The authorize request was not seen">
        Recording began after it, or it went to a host that Grantscope may not see. Record first, then sign
        in.
      </EmptyState>
    );
  }
  const { requestObject } = request;
  return (
    <>
      <Section title="URL" actions={<CopyButton what="authorize URL" value={request.url} />}>
        <Value text={request.url} />
      </Section>
      <Section title="Parameters">
        <MarkedParameters
          part="request"
          label="Parameters of the authorize request"
          parameters={request.parameters}
          findings={findings}
          onFinding={onFinding}
        />
      </Section>
      {requestObject && (
        <Section
          title="Request object"
          actions={
            <button type="button" class="button" onClick={() => openToken(requestObject.token)}>
              Open in Token tab
            </button>
          }
        >
          <p class="muted">Decoded, not verified.</p>
          <TokenParts label="Request object" decoded={requestObject} />
        </Section>
      )}
      <Section title="As the server should read it">
        <EffectiveValues values={request.values} />
      </Section>
    </>
  );
}

function EffectiveValues({ values }: { readonly values: NamedValues }): JSX.Element {
  return (
    <div class="scroll-x">
      <table class="table" aria-label="Effective values">
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
            <th scope="col">From</th>
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
                {source}
                {name !== standard && ` as ${name}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
