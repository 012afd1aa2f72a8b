import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type BuildResult, buildRequest } from '../../calls/build-request.ts';
import type { CurlResult } from '../../calls/curl-command.ts';
import type { KeyRecord } from '../../keys/types.ts';
import { type RandomBytes, secureRandom } from '../../oauth/random.ts';
import type { LaunchMemory } from '../../providers/launch-memory.ts';
import type { ClientAuthentication, StepField, StepSpec } from '../../providers/step-types.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import type { StepMemory, StepRecord } from '../../storage/step-values.ts';
import type { RunServices } from '../flows/record-run.ts';
import type { KeysModel } from '../keys/keys-model.ts';
import type { CallContext } from '../shared/http-call.ts';
import { signersFor } from './steps-finish.ts';
import { exchangeStep } from './steps-flow.ts';
import { createStepsFlow, type StepsFlow } from './steps-flow-model.ts';
import { createStepsGenerated } from './steps-generated.ts';
import { createStepsKeeping } from './steps-keeping.ts';
import { createStepsPlaces, type StepsPlaces } from './steps-places.ts';
import { createStepsPreview } from './steps-preview.ts';
import { withTyped } from './steps-record.ts';
import { createStepsRunner, type RunState } from './steps-runner.ts';
import { createStepsSending, type StepsSending } from './steps-sending.ts';
import type { StepStatus } from './steps-status.ts';
import { createStepsView, type FieldView } from './steps-view.ts';

/** The Steps tab: a provider's calls, what each needs and gives, and what became of it. Nothing here throws. */
export interface StepsModel extends Pick<StepsSending, 'asked' | 'notRecorded' | 'dismiss'> {
  /** False until settings and kept values were read. */
  readonly ready: ReadonlySignal<boolean>;
  readonly places: StepsPlaces;
  readonly record: ReadonlySignal<StepRecord>;
  readonly flow: StepsFlow;
  readonly steps: ReadonlySignal<readonly { readonly step: StepSpec; readonly status: StepStatus }[]>;
  /** The step that is shown; undefined when the profile has none. */
  readonly step: ReadonlySignal<StepSpec | undefined>;
  readonly fields: ReadonlySignal<readonly FieldView[]>;
  readonly authentication: ReadonlySignal<ClientAuthentication | undefined>;
  /** Keys that can sign a client assertion; undefined until they were read. */
  readonly signers: ReadonlySignal<readonly KeyRecord[] | undefined>;
  readonly key: ReadonlySignal<KeyRecord | undefined>;
  readonly built: ReadonlySignal<BuildResult>;
  readonly run: ReadonlySignal<RunState | undefined>;
  /** The next step after the shown one that is a call and not optional. */
  readonly next: ReadonlySignal<StepSpec | undefined>;
  /** Secrets are shown. */
  readonly revealed: Signal<boolean>;
  /** A narrow view shows the step instead of the list. */
  readonly opened: Signal<boolean>;
  select(id: string): void;
  /** Shows a step and sends it; asks first where {@link send} does. */
  runStep(id: string): Promise<void>;
  setValue(field: StepField, value: string): void;
  /** Goes back to what is offered. */
  clearValue(field: StepField): void;
  renew(field: StepField): void;
  chooseAuthentication(method: ClientAuthentication): void;
  chooseKey(id: string): void;
  /** Sends the shown step; asks first where it has to, and sends with the answer `yes`. */
  send(answer?: 'yes'): Promise<void>;
  cancel(): void;
  /** The curl command of the shown step. */
  curl(): Promise<CurlResult | undefined>;
  setSaved(saved: boolean): void;
  /** Deletes everything that is kept of the profile and environment. */
  forget(): Promise<void>;
  /** Shows the exchange step with what a flow brought. Gives whether there is one. */
  useFlow(id: string): Promise<boolean>;
  /** Looks again at callbacks and keys. */
  refresh(): Promise<void>;
  dispose(): void;
}

export interface StepsContext {
  readonly services: RunServices & {
    readonly settings: SettingsStore;
    readonly launchMemory: LaunchMemory;
    readonly stepMemory: StepMemory;
    /** Milliseconds since the epoch. */
    now(): number;
  };
  readonly keys: Pick<KeysModel, 'all' | 'reload'>;
  readonly network?: Omit<CallContext, 'now'>;
  readonly random?: RandomBytes;
  readonly newId?: () => string;
}

/** Makes the model and begins to read what it needs. */
export function createStepsModel({
  services,
  keys,
  network = {},
  random = secureRandom,
  newId = () => crypto.randomUUID(),
}: StepsContext): StepsModel {
  const now = (): number => services.now();
  const ready = signal(false);
  const known = computed(() => services.profiles.catalogue.value.profiles);
  const places = createStepsPlaces(services.settings, known);
  const keeping = createStepsKeeping(services.stepMemory);
  const { record } = keeping;
  const flow = createStepsFlow(services.background, services.launchMemory);
  const runner = createStepsRunner({ now, ...network });
  const fresh = createStepsGenerated({ now, random });
  const made = createStepsPreview({ services, keys, random }, places.profile);
  const view = createStepsView({ places, record, flow, made, fresh, runs: runner.runs, now });
  const chosen = signal<Readonly<Record<string, string>>>({});
  const opened = signal(false);

  const all = computed(() => places.profile.value.steps ?? []);
  const step = computed(
    () => all.value.find(({ id }) => id === chosen.value[places.profile.value.id]) ?? all.value[0],
  );
  const signers = computed(() => keys.all.value && signersFor(keys.all.value));
  const key = computed(
    () => signers.value?.find(({ id }) => id === record.value.keyId) ?? signers.value?.[0],
  );
  const sending = createStepsSending({
    services,
    launchMemory: services.launchMemory,
    places,
    keeping,
    runner,
    fresh,
    view,
    key,
    newId,
    now,
    recorded: () => void flow.look(places.profile.peek().id),
  });
  const ofShown = <T>(use: (step: StepSpec) => T, otherwise: T): ReadonlySignal<T> =>
    computed(() => (step.value ? use(step.value) : otherwise));
  const type = (field: StepField, value: string | undefined): void => {
    const of = step.peek();
    if (!of) return;
    keeping.change((kept) => withTyped(kept, of, field, value));
    sending.dismiss();
  };
  const show = (profileId: string, stepId: string): void =>
    batch(() => {
      sending.dismiss();
      opened.value = true;
      chosen.value = { ...chosen.peek(), [profileId]: stepId };
    });

  const stops = [
    effect(() => {
      const owner = places.owner.value;
      const { id, steps = [] } = places.profile.value;
      sending.dismiss();
      runner.reset();
      fresh.fill(steps);
      void flow.look(id);
      void keeping.load(owner);
    }),
  ];
  const start = async (): Promise<void> => {
    await Promise.all([places.load(), keys.reload()]);
    await keeping.load(places.owner.peek());
    ready.value = true;
  };
  void start();

  return {
    ready,
    places,
    record,
    flow,
    steps: computed(() => all.value.map((one) => ({ step: one, status: view.statusOf(one) }))),
    step,
    fields: ofShown(view.fieldsOf, []),
    authentication: ofShown(view.methodOf, undefined),
    signers,
    key,
    built: ofShown((of) => buildRequest(view.inputOf(of)), { problems: [] }),
    next: computed(() => {
      const shown = all.value.findIndex(({ id }) => id === step.value?.id);
      return all.value.slice(shown + 1).find(({ request, optional }) => request && !optional);
    }),
    run: ofShown((of) => runner.runs.value[of.id], undefined),
    asked: sending.asked,
    notRecorded: sending.notRecorded,
    revealed: signal(false),
    opened,
    select: (id) => show(places.profile.peek().id, id),
    async runStep(id) {
      show(places.profile.peek().id, id);
      const of = step.peek();
      if (of?.request) await sending.send(of);
    },
    setValue: type,
    clearValue: (field) => type(field, undefined),
    renew(field) {
      const of = step.peek();
      type(field, undefined);
      if (of) fresh.renew(of, field);
    },
    chooseAuthentication(method) {
      const id = step.peek()?.id;
      if (id === undefined) return;
      keeping.change((kept) => ({ ...kept, authentication: { ...kept.authentication, [id]: method } }));
    },
    chooseKey: (id) => keeping.change((kept) => ({ ...kept, keyId: id })),
    async send(answer) {
      const of = step.peek();
      if (of?.request) await sending.send(of, answer);
    },
    dismiss: sending.dismiss,
    cancel: runner.cancel,
    async curl() {
      const of = step.peek();
      return of && sending.curl(of);
    },
    setSaved: (saved) => keeping.change((kept) => ({ ...kept, saved })),
    async forget() {
      runner.reset();
      await keeping.forget();
    },
    async useFlow(id) {
      const found = await flow.choose(id);
      const profile = known.peek().find((one) => one.id === found?.profileId);
      const exchange = profile && exchangeStep(profile);
      if (!found || !profile || !exchange) return false;
      if (profile.id !== places.profile.peek().id) places.selectProfile(profile.id);
      const { environmentId } = found;
      if (environmentId !== undefined && environmentId !== places.environment.peek().id)
        places.selectEnvironment(environmentId);
      await keeping.load(places.owner.peek());
      const given = flow.values.peek();
      for (const field of exchange.fields.filter(({ from = [] }) => from.some((name) => given[name])))
        keeping.change((kept) => withTyped(kept, exchange, field, undefined));
      show(profile.id, exchange.id);
      return true;
    },
    async refresh() {
      made.refresh();
      await Promise.all([flow.look(places.profile.peek().id), keys.reload()]);
    },
    dispose() {
      for (const stop of stops) stop();
      places.dispose();
      made.dispose();
      runner.reset();
    },
  };
}
