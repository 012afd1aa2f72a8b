import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReleasedRequest } from '../../lib/flow/hold-types.ts';
import { isHeld } from '../../lib/flow/status.ts';
import { type MessageName, t } from '../../lib/i18n/t.ts';
import { createHoldPageModel, type HoldAddress } from '../../lib/state/hold/hold-page-model.ts';
import { useServices } from '../app/services.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { Trans } from '../ui/trans.tsx';
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
export function HoldPageView({ address, send }: HoldPageProps): JSX.Element {
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
          {t(
            bystander
              ? 'holdBystanderTitle'
              : titleOf(flow === null, held, address.go !== undefined, failure !== undefined),
          )}
        </h1>
        <button type="button" class="button quiet" onClick={() => services.openWorkbench()}>
          <Icon name="external" />
          {t('holdOpenWorkbench')}
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
      {flow === null && <EmptyState title={t('holdNothing')}>{t('holdNothingWhy')}</EmptyState>}
      {flow?.callback && (
        <ErrorBoundary what={t('holdThisCallback')}>
          {held && (
            <p class="hold-why">
              {t('holdWhy')} {t('holdTabStays')}{' '}
              {flow.hold?.arrival && flow.callback.method !== 'GET' && <>{t('holdAsksAgain')} </>}
              {model.on.value ? (
                <Trans name="holdLetThrough">
                  {[
                    <button type="button" class="button link" onClick={() => void model.switchOff()}>
                      {t('holdSwitchOff')}
                    </button>,
                  ]}
                </Trans>
              ) : (
                t('holdIsOff')
              )}
            </p>
          )}
          <Section title={t('holdArrived')}>
            <HoldFacts flow={flow} callback={flow.callback} />
          </Section>
          {flow.hold && !held && (
            <div class="section">
              <HoldOutcome hold={flow.hold} />
            </div>
          )}
          {held && (
            <Section title={t('holdGoesOn')}>
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
