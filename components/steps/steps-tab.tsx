import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createStepsModel } from '../../lib/state/steps/steps-model.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import '../request/request.css';
import { hasAccessTo } from './has-access.ts';
import { StepDetail } from './step-detail.tsx';
import { StepList } from './step-list.tsx';
import './steps.css';
import { StepsModelContext } from './steps-context.ts';
import { StepsKeep, StepsPicker } from './steps-picker.tsx';

/** A provider's calls in order: what each needs and gives, the request as it goes, and what came back. */
export function StepsTab(): JSX.Element {
  const services = useServices();
  const app = useAppModel();
  const [model] = useState(() =>
    createStepsModel({
      services,
      keys: keysModelOf(services),
      network: {
        watch: services.watchNetwork,
        isOnline: services.isOnline,
        hasAccess: (url) => hasAccessTo(url, app.access.peek()),
      },
    }),
  );
  useEffect(() => model.dispose, [model]);
  const shown = app.tab.value === 'steps';
  const flows = app.flows.visible.value;
  const isReady = model.ready.value;
  useEffect(() => {
    if (shown) void model.refresh();
  }, [model, shown]);
  useEffect(() => {
    // Another flow may have brought a callback meanwhile.
    if (shown && flows) void model.flow.look(model.places.profile.peek().id);
  }, [model, shown, flows]);
  const toExchange = app.toExchange.value;
  useEffect(() => {
    if (toExchange === undefined || !isReady) return;
    app.toExchange.value = undefined;
    void model.useFlow(toExchange);
  }, [app, model, toExchange, isReady]);
  if (!isReady) return <div class="steps" aria-busy="true" />;
  return (
    <StepsModelContext.Provider value={model}>
      <div class="steps" data-opened={model.opened.value}>
        <StepsPicker />
        <div class="steps-side">
          <StepList />
          <StepsKeep />
        </div>
        <StepDetail />
      </div>
    </StepsModelContext.Provider>
  );
}
