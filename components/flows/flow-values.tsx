import type { ComponentChildren, JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { type AnswerValue, answerValues } from '../../lib/state/flows/answer-values.ts';
import { stateVerdict } from '../../lib/state/flows/flow-labels.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Value } from '../ui/value.tsx';

const TOKENS: ReadonlySet<string> = new Set(['id_token', 'access_token']);

/** Tokens are long and are read in the Tokens subtab. */
const TOKEN_AT_FIRST = 240;

interface FlowValuesProps {
  readonly summary: FlowSummary;
  readonly flow: Flow | undefined;
  /** What can be done with the values, beside them. */
  readonly children: ComponentChildren;
}

/** What came back, verbatim, side by side, each value with its copy button. */
export function FlowValues({ summary, flow, children }: FlowValuesProps): JSX.Element | null {
  const values = answerValues(summary, flow);
  if (values.length === 0) return null;
  return (
    <div class="flow-values">
      <dl>
        {values.map((answer) => (
          <div key={answer.what} class="flow-value">
            <dt>
              {answer.what}
              {answer.sentAs !== undefined && (
                <span class="flow-value-name" title={t('flowCameByName')}>
                  {' '}
                  <Value text={answer.sentAs} />
                </span>
              )}
            </dt>
            <dd>
              <span class="flow-value-text" title={answer.value.slice(0, 2_000)}>
                <Value
                  text={answer.value}
                  {...(TOKENS.has(answer.what) ? { atFirst: TOKEN_AT_FIRST } : {})}
                />
              </span>
              {answer.what === 'state' && flow && <StateMark flow={flow} />}
              <CopyButton what={answer.what} value={answer.value} />
            </dd>
          </div>
        ))}
      </dl>
      {values.length > 1 && <CopyButton what={t('flowAllValues')} value={asLines(values)} labelled />}
      {children}
    </div>
  );
}

function asLines(values: readonly AnswerValue[]): string {
  return values.map(({ what, value }) => `${what}=${value}`).join('\n');
}

/** Whether the state is the one that was sent; nothing where that cannot be known. */
function StateMark({ flow }: { readonly flow: Flow }): JSX.Element | null {
  const { kind } = stateVerdict(flow);
  if (kind === 'unknown') return null;
  const right = kind === 'matches';
  return <Icon name={right ? 'completed' : 'failed'} tone={right ? 'success' : 'error'} />;
}
