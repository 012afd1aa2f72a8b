import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Json, JsonObject } from '../../jwt/types.ts';
import type { StoredKey } from '../../keys/types.ts';
import type { CaptureStatus, Failure } from '../../messaging/protocol.ts';
import { type AuthorizeUrl, buildAuthorizeUrl } from '../../oauth/build-authorize-url.ts';
import { type RandomBytes, secureRandom } from '../../oauth/random.ts';
import { originOf } from '../../oauth/url.ts';
import { aliasesOf, launchableProfiles } from '../../providers/catalogue.ts';
import { checkDraft, type DraftProblem } from '../../providers/check-draft.ts';
import { checkEndpoint } from '../../providers/check-endpoint.ts';
import { requestClaims } from '../../providers/request-claims.ts';
import type { Environment, Profile } from '../../providers/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../storage/settings.ts';
import { createKeyRegistration, type KeyRegistration } from '../keys/key-registration.ts';
import type { KeysModel } from '../keys/keys-model.ts';
import { signingDraft } from '../keys/keys-used-by.ts';
import { failureOf } from '../shared/failure-of.ts';
import { endpointOf, initialValue, selectedEnvironment } from './draft-values.ts';
import { generateValues } from './generate-values.ts';
import { createLauncher, type Launcher } from './launcher.ts';
import { createRequestEdits, type RequestEdits } from './request-edits.ts';
import { createRequestFindings, type RequestFindings } from './request-findings.ts';
import type { RequestServices } from './request-services.ts';
import { NEW_SESSION, type RequestSession } from './request-session.ts';
import { createRequestSigning, type ObjectToSign, type RequestSigning } from './request-signing.ts';

/** Problems of the endpoint with which no browser opens it. */
const UNOPENED: readonly string[] = ['endpoint-missing', 'endpoint-not-http'];

/** The Request tab: what is being written, what is wrong with it, and what can be done with it. */
export interface RequestModel extends RequestEdits {
  /** False until settings were read and fresh values made. */
  readonly ready: ReadonlySignal<boolean>;
  readonly profile: ReadonlySignal<Profile>;
  readonly environment: ReadonlySignal<Environment>;
  readonly endpoint: ReadonlySignal<string>;
  readonly session: ReadonlySignal<RequestSession>;
  /** Of every parameter of the profile, as shown in its field. */
  readonly values: ReadonlySignal<Readonly<Record<string, string>>>;
  /** The request object, where one is sent. */
  readonly object: ReadonlySignal<ObjectToSign | undefined>;
  /** Keys whose algorithm the profile takes; undefined until they were read. */
  readonly fittingKeys: ReadonlySignal<readonly StoredKey[] | undefined>;
  readonly signing: RequestSigning;
  readonly registration: KeyRegistration;
  readonly built: ReadonlySignal<AuthorizeUrl>;
  readonly problems: ReadonlySignal<readonly DraftProblem[]>;
  readonly findings: RequestFindings;
  readonly launcher: Launcher;
  /** Why the request cannot be opened as it is; undefined when it can, or while that is not yet known. */
  readonly blocker: ReadonlySignal<Failure | undefined>;
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  /** Makes one generated value again, or all of them. */
  renew(name?: string): Promise<void>;
  /** Asks the background again what it is doing, and reads the keys again. */
  refresh(): Promise<void>;
  dispose(): void;
}

export interface RequestContext {
  readonly services: RequestServices;
  readonly keys: KeysModel;
  readonly random?: RandomBytes;
  readonly newId?: () => string;
  readonly send?: typeof fetch;
}

/** Makes the model and begins to read what it needs. */
export function createRequestModel({
  services,
  keys,
  random = secureRandom,
  newId = () => crypto.randomUUID(),
  send,
}: RequestContext): RequestModel {
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const sessions = signal<Readonly<Record<string, RequestSession>>>({});
  const ready = signal(false);
  const status = signal<CaptureStatus>();

  const launchable = computed(() => launchableProfiles(services.profiles.catalogue.value));
  const profile = computed(() => {
    const wanted = settings.value.lastProfileId;
    return launchable.value.find(({ id }) => id === wanted) ?? (launchable.value[0] as Profile);
  });
  const environment = computed(() => selectedEnvironment(profile.value, settings.value));
  const endpoint = computed(() => endpointOf(profile.value, environment.value, settings.value));
  const session = computed(() => sessions.value[profile.value.id] ?? NEW_SESSION);
  const values = computed(() => {
    const typed = session.value.values;
    return Object.fromEntries(
      profile.value.parameters.map((spec) => [
        spec.name,
        typed[spec.name] ?? initialValue(profile.value, environment.value, spec, settings.value.drafts),
      ]),
    );
  });

  const fittingKeys = computed(() => {
    const algorithms: readonly string[] = profile.value.requestObject?.algorithms ?? [];
    return keys.keys.value?.filter(({ algorithm }) => algorithms.includes(algorithm));
  });
  const key = computed(() => {
    const fitting = fittingKeys.value ?? [];
    const remembered = settings.value.drafts[signingDraft(profile.value.id)]?.key;
    const wanted = session.value.keyId || remembered;
    return fitting.find(({ id }) => id === wanted) ?? fitting[0];
  });
  const object = computed((): ObjectToSign | undefined => {
    const { requestObject } = profile.value;
    const { signed, extras, made } = session.value;
    if (!ready.value || !requestObject || (requestObject.use === 'optional' && !signed)) return undefined;
    const audience = environment.value.issuer ?? originOf(endpoint.value);
    const claims = requestClaims(profile.value, values.value, extras, {
      now: made.at,
      id: made.id,
      audience,
    });
    return { header: headerOf(requestObject, key.value), claims, key: key.value };
  });
  const signing = createRequestSigning(object);

  const build = (requestToken: string): AuthorizeUrl =>
    buildAuthorizeUrl({
      profile: profile.peek(),
      endpoint: endpoint.peek(),
      spellings: environment.peek().spellings,
      values: values.peek(),
      extras: session.peek().extras,
      requestToken,
    });
  const built = computed(() =>
    buildAuthorizeUrl({
      profile: profile.value,
      endpoint: endpoint.value,
      spellings: environment.value.spellings,
      values: values.value,
      extras: session.value.extras,
      requestToken: signing.token.value,
    }),
  );
  const problems = computed((): readonly DraftProblem[] => {
    const found = checkDraft(
      {
        profile: profile.value,
        endpoint: endpoint.value,
        values: values.value,
        extras: session.value.extras,
      },
      aliasesOf(services.profiles.catalogue.value, profile.value.id),
    );
    const failure = object.value && signing.failure.value;
    if (!failure) return found;
    const parameter = profile.value.requestObject?.parameter ?? 'request';
    return [{ ...failure, severity: 'error', parameter }, ...found];
  });

  const findings = createRequestFindings({
    catalogue: services.profiles.catalogue,
    settings: services.settings,
    profile,
    environment,
    problems,
    draft: () =>
      // Without its request object the URL is not what would be sent; why there is none is a problem.
      ready.value && !(object.value && signing.token.value === '')
        ? { url: built.value.url, at: session.value.made.at || services.now() }
        : undefined,
  });

  const blocker = computed((): Failure | undefined => {
    if (!ready.value) return undefined;
    const wrong = checkEndpoint(endpoint.value).find(({ code }) => UNOPENED.includes(code));
    if (wrong) return wrong;
    const wanted = object.value;
    if (!wanted) return undefined;
    if (!wanted.key && !fittingKeys.value) return undefined;
    return signing.failure.value;
  });

  const setSession = (change: Partial<RequestSession>): void => {
    sessions.value = { ...sessions.peek(), [profile.peek().id]: { ...session.peek(), ...change } };
  };
  const renew = async (name?: string): Promise<void> => {
    const of = profile.peek();
    const made = { at: services.now(), id: newId() };
    const before = session.peek().values;
    // What the user emptied on purpose stays empty.
    const wanted = (one: string): boolean => (name === undefined ? before[one] !== '' : one === name);
    const fresh = await generateValues(of, random, wanted);
    const known = sessions.peek()[of.id] ?? NEW_SESSION;
    const next: RequestSession = { ...known, made, values: { ...known.values, ...fresh.values } };
    sessions.value = { ...sessions.peek(), [of.id]: fresh.pkce ? { ...next, pkce: fresh.pkce } : next };
  };
  const edits = createRequestEdits({
    services,
    settings,
    profile,
    environment,
    session,
    setSession,
    renewIfNew: () => (sessions.peek()[profile.peek().id] ? Promise.resolve() : renew()),
  });

  const refresh = async (): Promise<void> => {
    const [answer] = await Promise.all([
      services.background.call('status').catch(() => undefined),
      keys.reload(),
    ]);
    if (answer?.ok) status.value = answer.value;
  };
  const launcher = createLauncher({
    services,
    async finish() {
      if (session.peek().made.at !== 0 && profile.peek().requestObject?.made.length) {
        setSession({ made: { at: services.now(), id: newId() } });
      }
      const url = build(await signing.signNow()).url;
      return {
        url,
        profile: profile.peek(),
        environmentId: environment.peek().id,
        values: values.peek(),
        pkce: session.peek().pkce,
      };
    },
    async launched(kept) {
      // It works once.
      if (values.peek().request_uri) edits.setValue('request_uri', '');
      if (!kept) await renew();
      await refresh();
    },
  });

  const registration = createKeyRegistration(send);
  let offered = profile.peek();
  const stops = [
    // A profile that was edited meanwhile, or took the place of a deleted one, gets values of its own.
    services.profiles.catalogue.subscribe(() => {
      if (ready.peek() && !isSameForm(profile.peek(), offered)) void renew();
      offered = profile.peek();
    }),
    effect(() => {
      void [endpoint.value, values.value];
      launcher.forgetFailure();
    }),
    effect(() => {
      void [profile.value, environment.value];
      launcher.forget();
      registration.reset();
    }),
  ];

  const start = async (): Promise<void> => {
    const read = await services.settings.read().catch(() => DEFAULT_SETTINGS);
    await services.profiles.followed.ready;
    settings.value = read;
    await Promise.all([renew().catch(failureOf), refresh()]);
    ready.value = true;
  };
  void start();
  const unwatch = services.settings.watch((changed) => {
    if (edits.writing()) return;
    batch(() => {
      const { environments, drafts } = changed;
      settings.value = { ...settings.peek(), environments, drafts };
    });
  });

  return {
    ...edits,
    ready,
    profile,
    environment,
    endpoint,
    session,
    values,
    object,
    fittingKeys,
    signing,
    registration,
    built,
    problems,
    findings,
    launcher,
    blocker,
    status,
    renew,
    refresh,
    dispose() {
      unwatch();
      findings.dispose();
      for (const stop of stops) stop();
      signing.dispose();
    },
  };
}

function headerOf(spec: NonNullable<Profile['requestObject']>, key: StoredKey | undefined): JsonObject {
  const header: Record<string, Json> = { alg: key?.algorithm ?? spec.algorithms[0] };
  if (key) header.kid = key.kid;
  return { ...header, ...spec.header };
}

/** Whether two profiles offer the very same fields; the same one has its steps later than its parameters. */
function isSameForm(one: Profile, other: Profile): boolean {
  return (
    one.id === other.id && one.parameters === other.parameters && one.environments === other.environments
  );
}
