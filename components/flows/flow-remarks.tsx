import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { answerValues } from '../../lib/state/flows/answer-values.ts';
import { useCatalogue } from '../app/services.ts';
import { CodeLifetime } from './code-lifetime.tsx';
import { ErrorExplained } from './error-explained.tsx';
import { StateNote } from './state-note.tsx';

interface FlowRemarksProps {
  readonly summary: FlowSummary;
  readonly flow: Flow;
}

/** What there is to say of the values that came back: what the error means, how the state compares, how long the code lives. */
export function FlowRemarks({ summary, flow }: FlowRemarksProps): JSX.Element {
  const values = answerValues(summary, flow);
  const value = (name: string): string | undefined => values.find(({ what }) => what === name)?.value;
  const error = value('error');
  const { codeLifetime } = profileById(useCatalogue(), flow.profileId).callback;
  return (
    <>
      {error !== undefined && <ErrorExplained flow={flow} code={error} />}
      {value('state') !== undefined && <StateNote flow={flow} />}
      {codeLifetime !== undefined && value('code') !== undefined && flow.callback && (
        <CodeLifetime receivedAt={flow.callback.at} seconds={codeLifetime} />
      )}
    </>
  );
}
