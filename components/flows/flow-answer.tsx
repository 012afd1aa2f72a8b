import type { JSX } from 'preact';
import type { FlowSummary } from '../../lib/flow/summary-types.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { type AnswerValue, answerValues } from '../../lib/state/answer-values.ts';
import { say } from '../../lib/state/say.ts';
import { useCatalogue } from '../app/services.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Value } from '../ui/value.tsx';
import { CodeLifetime } from './code-lifetime.tsx';
import { ErrorExplained } from './error-explained.tsx';
import { ExchangeButton } from './exchange-button.tsx';
import { StateNote } from './state-note.tsx';

const TOKENS: ReadonlySet<string> = new Set(['id_token', 'access_token']);

/** Tokens are long and are read in the Tokens subtab. */
const TOKEN_AT_FIRST = 240;

interface FlowAnswerProps {
  readonly summary: FlowSummary;
  readonly flow: Flow | undefined;
}

/** What came back, verbatim, each value with its copy button. */
export function FlowAnswer({ summary, flow }: FlowAnswerProps): JSX.Element | null {
  const values = answerValues(summary, flow);
  if (values.length === 0) return null;
  return (
    <dl class="answer">
      {values.map((answer) => (
        <div key={answer.what} class="answer-row">
          <dt>
            {answer.what}
            {answer.sentAs !== undefined && (
              <span class="answer-name" title={say('flowCameByName')}>
                <Value text={answer.sentAs} />
              </span>
            )}
          </dt>
          <dd>
            <CopyableValue
              what={answer.what}
              text={answer.value}
              {...(TOKENS.has(answer.what) ? { atFirst: TOKEN_AT_FIRST } : {})}
            />
            <Remark answer={answer} flow={flow} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Remark({
  answer,
  flow,
}: {
  readonly answer: AnswerValue;
  readonly flow: Flow | undefined;
}): JSX.Element | null {
  if (!flow) return null;
  if (answer.what === 'state') return <StateNote flow={flow} />;
  if (answer.what === 'error') return <ErrorExplained flow={flow} code={answer.value} />;
  if (answer.what !== 'code' || !flow.callback) return null;
  const { codeLifetime } = profileById(useCatalogue(), flow.profileId).callback;
  return (
    <>
      {codeLifetime !== undefined && <CodeLifetime receivedAt={flow.callback.at} seconds={codeLifetime} />}
      <ExchangeButton flow={flow} />
    </>
  );
}
