import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { say } from '../../lib/state/say.ts';
import { useAppModel } from '../app/models.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Said } from '../ui/said.tsx';
import { Section } from '../ui/section.tsx';
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
    return <EmptyState title={say('flowNoTokens')}>{say('flowNoTokensHint')}</EmptyState>;
  }
  return (
    <>
      {tokens.map(({ token, places, decoded }, index) => (
        <Section
          key={token}
          title={say('flowTokenNumber', index + 1)}
          actions={
            <button type="button" class="button" onClick={() => openToken(token)}>
              {say('flowOpenInTokenTab')}
            </button>
          }
        >
          <p>
            <Said name="flowTokenFound">
              <Value text={places.join(', ')} />
            </Said>
          </p>
          <TokenCheck flow={flow} token={token} label={say('flowTokenNumber', index + 1)} />
          <TokenParts label={say('flowTokenNumber', index + 1)} decoded={decoded} />
        </Section>
      ))}
    </>
  );
}
