import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { checkDauth } from '../../dauth/checks.ts';
import type { DauthClaimName } from '../../dauth/claims.ts';
import type { DauthFinding } from '../../dauth/finding.ts';
import { DAUTH_HEADER, type DauthUser, dauthUser } from '../../dauth/header.ts';
import type { JsonObject } from '../../jwt/types.ts';
import type { KeyRecord } from '../../keys/types.ts';
import type { Failure } from '../../messaging/protocol.ts';
import { type RandomBytes, secureRandom } from '../../oauth/random.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsStore } from '../../storage/settings.ts';
import { type RunServices, recordRun } from '../flows/record-run.ts';
import type { KeysModel } from '../keys/keys-model.ts';
import { type CallContext, createHttpCall, type HttpCall } from '../shared/http-call.ts';
import { type AnswerReading, readAnswer } from './dauth-answer.ts';
import { type DauthChoices, draftChoices, draftClaims, keepDraft } from './dauth-draft.ts';
import { fittingKey, signersOf } from './dauth-keys.ts';
import { type OwnCall, readOwnCall } from './dauth-own-call.ts';
import { createDauthRegistration, type DauthRegistration } from './dauth-registration.ts';
import { dauthRun } from './dauth-run.ts';
import {
  type DauthAddress,
  type DauthEnvironment,
  dauthAddress,
  dauthBase,
  dauthEnvironment,
  OBP_PROFILE,
} from './dauth-server.ts';
import { createDauthToken, type DauthToken, ENCRYPTED_HEADER, type TokenOrder } from './dauth-token.ts';
import {
  DAUTH_GENERATORS,
  type DauthValues,
  dauthClaims,
  initialValues,
  rememberedValues,
} from './dauth-values.ts';

/** The DAuth tab: what is being written, what is wrong with it, and what a server says to it. */
export interface DauthModel {
  /** False until settings were read. */
  readonly ready: ReadonlySignal<boolean>;
  readonly environment: ReadonlySignal<DauthEnvironment>;
  readonly base: ReadonlySignal<string>;
  readonly address: ReadonlySignal<DauthAddress>;
  readonly values: ReadonlySignal<DauthValues>;
  readonly choices: ReadonlySignal<DauthChoices>;
  /** Keys that sign anything; undefined until they were read. */
  readonly signers: ReadonlySignal<readonly KeyRecord[] | undefined>;
  readonly key: ReadonlySignal<KeyRecord | undefined>;
  readonly header: ReadonlySignal<JsonObject>;
  readonly claims: ReadonlySignal<JsonObject>;
  readonly token: DauthToken;
  readonly requestHeaders: ReadonlySignal<Readonly<Record<string, string>>>;
  readonly user: ReadonlySignal<DauthUser | undefined>;
  /** Header lines and body of the user's own client, to be checked; never sent or kept. */
  readonly own: { readonly headers: Signal<string>; readonly body: Signal<string> };
  readonly ownCall: ReadonlySignal<OwnCall>;
  readonly findings: ReadonlySignal<readonly DauthFinding[]>;
  readonly call: HttpCall;
  readonly reading: ReadonlySignal<AnswerReading | undefined>;
  /** The token is another one than that of the last call. */
  readonly changedSince: ReadonlySignal<boolean>;
  readonly registration: DauthRegistration;
  /** Why the last call could not be written into its flow. */
  readonly notRecorded: ReadonlySignal<Failure | undefined>;
  setValue(name: DauthClaimName, value: string): void;
  make(name: DauthClaimName): void;
  choose(change: Partial<DauthChoices>): void;
  selectEnvironment(id: string): void;
  setBase(base: string): void;
  /** Calls `users/current` with the token. */
  callServer(): Promise<void>;
  dispose(): void;
}

interface DauthContext extends Omit<CallContext, 'now'> {
  readonly services: RunServices & { readonly settings: SettingsStore; now(): number };
  readonly keys: Pick<KeysModel, 'all'>;
  readonly random?: RandomBytes;
  readonly newId?: () => string;
}

/** Makes the model and begins to read what it needs. */
export function createDauthModel({
  services,
  keys,
  random = secureRandom,
  newId = () => crypto.randomUUID(),
  ...network
}: DauthContext): DauthModel {
  const now = (): number => services.now();
  const making = { random, now };
  const ready = signal(false);
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const values = signal(initialValues({}, making));
  const choices = signal(draftChoices(DEFAULT_SETTINGS));
  const own = { headers: signal(''), body: signal('') };
  const calledWith = signal('');
  const notRecorded = signal<Failure>();

  const environment = computed(() => dauthEnvironment(settings.value));
  const base = computed(() => dauthBase(environment.value, settings.value));
  const address = computed(() => dauthAddress(base.value));
  const signers = computed(() => keys.all.value && signersOf(keys.all.value));
  const key = computed(() => fittingKey(signers.value ?? [], choices.value.key));
  const claims = computed(() => dauthClaims(values.value));
  const header = computed(
    (): JsonObject =>
      choices.value.form === 'encrypted'
        ? ENCRYPTED_HEADER
        : { alg: key.value?.algorithm ?? 'RS256', typ: 'JWT' },
  );
  const token = createDauthToken(
    computed(
      (): TokenOrder =>
        choices.value.form === 'encrypted'
          ? { form: 'encrypted', claims: claims.value, recipient: choices.value.recipient }
          : { form: 'signed', header: header.value, claims: claims.value, key: key.value },
    ),
  );
  const requestHeaders = computed(() => ({
    Accept: 'application/json',
    [DAUTH_HEADER]: token.token.value,
  }));
  const ownCall = computed(() => readOwnCall(own.headers.value, own.body.value));
  const findings = computed(() => {
    const { fault, ...parts } = ownCall.value;
    const found = checkDauth({ header: header.value, claims: claims.value, now: now(), ...parts });
    return choices.value.form === 'encrypted' ? found.filter(({ rule }) => rule !== 'DA01') : found;
  });
  const user = computed(() => dauthUser(claims.value));
  const call = createHttpCall({ now, ...network });
  const registration = createDauthRegistration(network.send);
  const reading = computed(() => {
    const state = call.state.value;
    return state.kind === 'answered' ? readAnswer(state.answer, user.value) : undefined;
  });

  const keep = (): void => {
    const chosen = { ...choices.peek(), key: key.peek()?.id ?? choices.peek().key };
    // What cannot be remembered is still there until the page closes.
    keepDraft(services.settings, rememberedValues(values.peek()), chosen).catch(() => undefined);
  };
  const setValue = (name: DauthClaimName, value: string): void => {
    values.value = { ...values.peek(), [name]: value };
    keep();
  };
  let writing = 0;
  const setEnvironment = (selected: string, typed?: string): void => {
    const { environments } = settings.peek();
    const { [selected]: _, ...others } = environments[OBP_PROFILE]?.endpoints ?? {};
    const kept = environments[OBP_PROFILE]?.endpoints ?? {};
    const documented = dauthEnvironment({
      environments: { [OBP_PROFILE]: { selected, endpoints: {} } },
    }).base;
    const endpoints =
      typed === undefined ? kept : typed === documented ? others : { ...others, [selected]: typed };
    const change = { environments: { ...environments, [OBP_PROFILE]: { selected, endpoints } } };
    batch(() => {
      settings.value = { ...settings.peek(), ...change };
      call.reset();
      registration.reset();
    });
    writing++;
    const done = (): void => {
      writing--;
    };
    services.settings.write(change).then(done, done);
  };

  const start = async (): Promise<void> => {
    const read = await services.settings.read().catch(() => DEFAULT_SETTINGS);
    batch(() => {
      settings.value = read;
      values.value = initialValues(draftClaims(read), making);
      choices.value = draftChoices(read);
      ready.value = true;
    });
  };
  void start();
  const unwatch = services.settings.watch((changed) => {
    // What is just being typed is newer than what is told.
    if (writing > 0) return;
    settings.value = { ...settings.peek(), environments: changed.environments };
  });

  return {
    ready,
    environment,
    base,
    address,
    values,
    choices,
    signers,
    key,
    header,
    claims,
    token,
    requestHeaders,
    user,
    own,
    ownCall,
    findings,
    call,
    reading,
    changedSince: computed(() => calledWith.value !== '' && calledWith.value !== token.token.value),
    registration,
    notRecorded,
    setValue,
    make(name) {
      const generator = DAUTH_GENERATORS[name];
      if (generator) setValue(name, generator.make(making));
    },
    choose(change) {
      choices.value = { ...choices.peek(), ...change };
      keep();
    },
    selectEnvironment: (id) => setEnvironment(id),
    setBase: (typed) => setEnvironment(environment.peek().id, typed),
    async callServer() {
      const { url } = address.peek();
      if (url === undefined || token.token.peek() === '') return;
      keep();
      calledWith.value = token.token.peek();
      const headers = Object.entries(requestHeaders.peek());
      const startedAt = now();
      const environmentId = environment.peek().id;
      await call.send({ method: 'GET', url, headers });
      const run = dauthRun({ id: newId(), url, headers, startedAt, state: call.state.peek() });
      notRecorded.value = run && (await recordRun(services, { ...run, environmentId }));
    },
    dispose() {
      unwatch();
      token.dispose();
      call.reset();
    },
  };
}
