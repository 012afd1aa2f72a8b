import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import type { StepSpec } from '../../lib/providers/step-types.ts';
import { formatClock } from '../../lib/state/shared/format.ts';
import { launchValues } from '../../lib/state/steps/steps-launch.ts';
import { useAppModel } from '../app/models.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/section.tsx';
import { StepFields } from './step-fields.tsx';
import { useStepsModel } from './steps-context.ts';

/** A step that happens in another tab: what it takes along, and the way there. */
export function ElsewherePart({ step }: { readonly step: StepSpec }): JSX.Element {
  return step.kind === 'callback' ? <CallbackPart /> : <LaunchPart step={step} />;
}

function LaunchPart({ step }: { readonly step: StepSpec }): JSX.Element {
  const model = useStepsModel();
  const app = useAppModel();
  const { profile, environment } = model.places;
  const open = (): void =>
    app.prepareLaunch({
      profileId: profile.value.id,
      environmentId: environment.value.id,
      values: launchValues(profile.value, model.fields.value, model.record.value),
    });
  return (
    <>
      {step.fields.length > 0 && <StepFields />}
      <Section title={t('stepsInRequestTabTitle')}>
        <p>{step.kind === 'sign' ? t('stepsSignedThere') : t('stepsWrittenThere')}</p>
        <div class="row-actions">
          <button type="button" class="button primary" onClick={open}>
            <Icon name="external" />
            {t('stepsOpenInRequestTab')}
          </button>
        </div>
      </Section>
    </>
  );
}

function CallbackPart(): JSX.Element {
  const model = useStepsModel();
  const app = useAppModel();
  const flow = model.flow.flow.value;
  const callback = flow?.profileId === model.places.profile.value.id ? flow.callback : undefined;
  const toFlows = (id?: string): void => {
    if (id !== undefined) app.flows.open(id);
    app.tab.value = 'flows';
  };
  if (!flow || !callback) {
    return (
      <Section title={t('stepsNoCallback')}>
        <p>{t('stepsNoCallbackRemedy')}</p>
        <div class="row-actions">
          <button type="button" class="button" onClick={() => toFlows()}>
            {t('stepsGoToFlows')}
          </button>
        </div>
      </Section>
    );
  }
  const values = Object.entries(callback.response.values);
  return (
    <Section title={t('stepsCallbackOf', formatClock(callback.at))}>
      <p class="muted">{model.flow.chosen.value ? t('stepsOfChosenFlow') : t('stepsOfNewestFlow')}</p>
      <dl class="facts" aria-label={t('stepsCallbackValues')}>
        {values.map(([name, found]) => (
          <div key={name} class="step-fact">
            <dt>{name}</dt>
            <dd>
              <CopyableValue what={name} text={found.value} atFirst={240} />
            </dd>
          </div>
        ))}
      </dl>
      <div class="row-actions">
        <button type="button" class="button" onClick={() => toFlows(flow.id)}>
          {t('stepsShowFlow')}
        </button>
      </div>
    </Section>
  );
}
