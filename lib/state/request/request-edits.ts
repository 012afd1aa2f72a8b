import { batch, type ReadonlySignal, type Signal } from '@preact/signals';
import { profileById } from '../../providers/catalogue.ts';
import { readPasted } from '../../providers/read-pasted.ts';
import type { Environment, Profile } from '../../providers/types.ts';
import type { Settings } from '../../storage/settings.ts';
import { signingDraft } from '../keys/keys-used-by.ts';
import { isRemembered, rememberValue, selectedEnvironment } from './draft-values.ts';
import type { RequestServices } from './request-services.ts';
import type { ExtraRow, RequestSession } from './request-session.ts';

/** Everything the user can change in a draft. */
export interface RequestEdits {
  selectProfile(id: string): Promise<void>;
  selectEnvironment(id: string): void;
  setEndpoint(address: string): void;
  resetEndpoint(): void;
  setValue(name: string, value: string): void;
  addExtra(): void;
  setExtra(id: number, change: Partial<Omit<ExtraRow, 'id'>>): void;
  removeExtra(id: number): void;
  setSigned(signed: boolean): void;
  selectKey(id: string): void;
  /** Shows a profile and environment with these values, where the profile has parameters of these names. */
  fill(profileId: string, environmentId: string, values: Readonly<Record<string, string>>): Promise<void>;
  /** Fills the fields from an authorize URL; false when the text is none. */
  paste(text: string): Promise<boolean>;
}

interface EditContext {
  readonly services: RequestServices;
  readonly settings: Signal<Settings>;
  readonly profile: ReadonlySignal<Profile>;
  readonly environment: ReadonlySignal<Environment>;
  readonly session: ReadonlySignal<RequestSession>;
  setSession(change: Partial<RequestSession>): void;
  /** Makes a profile's generated values when it is shown for the first time. */
  renewIfNew(): Promise<void>;
}

/** Makes the edits; what is remembered is written through to the settings. */
export function createRequestEdits(context: EditContext): RequestEdits & { writing(): boolean } {
  const { services, settings, profile, environment, session, setSession } = context;
  let pending = 0;
  let lastRow = 0;

  const write = (change: Partial<Settings>): void => {
    settings.value = { ...settings.peek(), ...change };
    pending++;
    const done = (): void => {
      pending--;
    };
    services.settings.write(change).then(done, done);
  };
  const choose = (of: Profile, selected: string, endpoint?: string | null): void => {
    const { environments } = settings.peek();
    const { [selected]: _, ...others } = environments[of.id]?.endpoints ?? {};
    const kept = environments[of.id]?.endpoints ?? {};
    const endpoints =
      endpoint === undefined ? kept : endpoint === null ? others : { ...others, [selected]: endpoint };
    write({ environments: { ...environments, [of.id]: { selected, endpoints } } });
  };
  const setValue = (name: string, value: string): void => {
    const spec = profile.peek().parameters.find((one) => one.name === name);
    if (!spec) return;
    if (isRemembered(spec)) {
      write({
        drafts: rememberValue(settings.peek().drafts, profile.peek(), environment.peek(), name, value),
      });
    } else setSession({ values: { ...session.peek().values, [name]: value } });
  };
  const selectProfile = async (id: string): Promise<void> => {
    write({ lastProfileId: profileById(services.profiles.catalogue.peek(), id).id });
    await context.renewIfNew();
  };
  const newRow = (row: Omit<ExtraRow, 'id'>): ExtraRow => ({ ...row, id: ++lastRow });

  return {
    writing: () => pending > 0,
    selectProfile,
    selectEnvironment: (id) => choose(profile.peek(), id),
    setEndpoint(address) {
      const { id, authorizationEndpoint } = environment.peek();
      choose(profile.peek(), id, address === authorizationEndpoint ? null : address);
    },
    resetEndpoint: () => choose(profile.peek(), environment.peek().id, null),
    setValue,
    addExtra() {
      const place = profile.peek().requestObject?.use === 'always' ? 'request object' : 'query';
      setSession({ extras: [...session.peek().extras, newRow({ name: '', value: '', in: place })] });
    },
    setExtra(id, change) {
      setSession({
        extras: session.peek().extras.map((row) => (row.id === id ? { ...row, ...change } : row)),
      });
    },
    removeExtra(id) {
      setSession({ extras: session.peek().extras.filter((row) => row.id !== id) });
    },
    setSigned: (signed) => setSession({ signed }),
    selectKey(keyId) {
      setSession({ keyId });
      const { drafts } = settings.peek();
      write({ drafts: { ...drafts, [signingDraft(profile.peek().id)]: { key: keyId } } });
    },
    async fill(profileId, environmentId, values) {
      await selectProfile(profileId);
      batch(() => {
        choose(profile.peek(), environmentId);
        for (const [name, value] of Object.entries(values)) setValue(name, value);
      });
    },
    async paste(text) {
      const pasted = readPasted(text, services.profiles.catalogue.peek());
      if (!pasted) return false;
      await selectProfile(pasted.profileId);
      const of = profile.peek();
      batch(() => {
        if (pasted.environmentId) choose(of, pasted.environmentId, null);
        else choose(of, blankEnvironment(of, settings.peek()).id, pasted.endpoint);
        for (const { name } of of.parameters) setValue(name, pasted.values[name] ?? '');
        const extras = pasted.extras.map((row) => newRow({ ...row, in: row.in ?? 'query' }));
        const inside = extras.some((row) => row.in === 'request object');
        setSession({ extras, ...(of.requestObject?.use === 'optional' ? { signed: inside } : {}) });
      });
      return true;
    },
  };
}

/** Where an address belongs that no document gives: an environment without one, else the selected one. */
function blankEnvironment(profile: Profile, settings: Settings): Environment {
  return (
    profile.environments.find(({ authorizationEndpoint }) => authorizationEndpoint === '') ??
    selectedEnvironment(profile, settings)
  );
}
