import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReleasedRequest } from '../../lib/flow/hold-types.ts';
import { isHeld } from '../../lib/flow/status.ts';
import { createHoldPageModel, type HoldAddress } from '../../lib/state/hold-page-model.ts';
import { type MessageName, say } from '../../lib/state/say.ts';
import { useServices } from '../app/services.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Said } from '../ui/said.tsx';
import { Section } from '../ui/section.tsx';
import { BystanderPart } from './bystander-part.tsx';
import { HeldCallback } from './held-callback.tsx';
import './hold.css';
import { HoldFacts } from './hold-facts.tsx';
import { HoldOutcome } from './hold-outcome.tsx';

interface HoldPageProps {
  readonly address: HoldAddress;
  readonly send: (request: ReleasedRequest) => void;
}

/** The page beside the tab whose callback was stopped. */
export function HoldPage({ address, send }: HoldPageProps): JSX.Element {
  const services = useServices();
  const [model] = useState(() => createHoldPageModel(services, address, send));
  useEffect(() => model.dispose, [model]);
  const flow = model.flow.value;
  const failure = model.failure.value;
  const bystander = model.bystander.value;
  const held = flow ? isHeld(flow) : false;
  return (
    <main class="hold-page">
      <header class="hold-head">
        <h1>
          <Icon name="held" tone="warning" />{' '}
          {say(
            bystander
              ? 'holdBystanderTitle'
              : titleOf(flow === null, held, address.go !== undefined, failure !== undefined),
          )}
        </h1>
        <button type="button" class="button quiet" onClick={() => services.openWorkbench()}>
          <Icon name="external" />
          {say('holdOpenWorkbench')}
        </button>
      </header>
      <div role="alert">
        {failure && (
          <Note tone="error">
            {failure.message} {failure.remedy}
          </Note>
        )}
      </div>
      {bystander && <BystanderPart bystander={bystander} decide={(send) => void model.decide(send)} />}
      {flow === null && <EmptyState title={say('holdNothing')}>{say('holdNothingWhy')}</EmptyState>}
      {flow?.callback && (
        <ErrorBoundary what={say('holdThisCallback')}>
          {held && (
            <p class="hold-why">
              {say('holdWhy')} {say('holdTabStays')}{' '}
              {flow.hold?.arrival && flow.callback.method !== 'GET' && <>{say('holdAsksAgain')} </>}
              {model.on.value ? (
                <Said name="holdLetThrough">
                  {[
                    <button type="button" class="button link" onClick={() => void model.switchOff()}>
                      {say('holdSwitchOff')}
                    </button>,
                  ]}
                </Said>
              ) : (
                say('holdIsOff')
              )}
            </p>
          )}
          <Section title={say('holdArrived')}>
            <HoldFacts flow={flow} callback={flow.callback} />
          </Section>
          {flow.hold && !held && (
            <div class="section">
              <HoldOutcome hold={flow.hold} />
            </div>
          )}
          {held && (
            <Section title={say('holdGoesOn')}>
              <HeldCallback flow={flow} callback={flow.callback} />
            </Section>
          )}
        </ErrorBoundary>
      )}
    </main>
  );
}

function titleOf(nothing: boolean, held: boolean, going: boolean, failed: boolean): MessageName {
  if (going) return failed ? 'holdNothingReleased' : 'holdReleasing';
  if (failed) return 'holdHeldCallback';
  if (nothing) return 'holdNoCallback';
  return held ? 'holdTitle' : 'holdTitleOver';
}
