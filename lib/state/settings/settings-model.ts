import { type ReadonlySignal, signal } from '@preact/signals';
import type { CaptureStatus, Failure } from '../../messaging/protocol.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../storage/settings.ts';
import type { AccessState, Services } from '../app/services.ts';
import { failureOf } from '../shared/failure-of.ts';

/** How long reset addresses can be brought back, in milliseconds. */
const RESET_UNDO_MILLISECONDS = 10_000;

/** What the Settings tab shows and changes. Nothing here throws; what failed is in `failure`. */
export interface SettingsModel {
  readonly settings: ReadonlySignal<Settings>;
  /** Undefined until the browser answered. */
  readonly access: ReadonlySignal<AccessState | undefined>;
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  /** URL of the page in the active tab, when access to it could be granted. */
  readonly currentSite: ReadonlySignal<string | undefined>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** The addresses that were reset last, while they can be brought back. */
  readonly resetAddresses: ReadonlySignal<Settings['environments'] | undefined>;
  refresh(): Promise<void>;
  /** Must be called from the user's click. */
  allow(patterns: readonly string[]): Promise<void>;
  revoke(patterns: readonly string[]): Promise<void>;
  setPreserve(on: boolean): Promise<void>;
  /** Whether flows are kept on disk when the browser closes. */
  setHistory(on: boolean): Promise<void>;
  /** Minutes without use after which a history with a passphrase locks; 0 for never. */
  setLockAfter(minutes: number): Promise<void>;
  reset(): Promise<void>;
  undoReset(): Promise<void>;
  forgetReset(): void;
  dispose(): void;
}

type SettingsServices = Pick<Services, 'access' | 'background' | 'settings'>;

/** Makes the model over the page's services. */
export function createSettingsModel(
  { access: service, background, settings: store }: SettingsServices,
  after: (milliseconds: number, run: () => void) => () => void = afterTimeout,
): SettingsModel {
  const settings = signal(DEFAULT_SETTINGS);
  const access = signal<AccessState>();
  const status = signal<CaptureStatus>();
  const currentSite = signal<string>();
  const failure = signal<Failure>();
  const resetAddresses = signal<Settings['environments']>();
  let stopForgetting = (): void => {};

  const attempt = async (action: () => Promise<unknown>): Promise<void> => {
    try {
      await action();
      failure.value = undefined;
    } catch (error) {
      failure.value = failureOf(error);
    }
  };
  const look = (): Promise<void> =>
    attempt(async () => {
      access.value = await service.state();
    });
  const refresh = async (): Promise<void> => {
    await Promise.all([
      look(),
      attempt(async () => {
        settings.value = await store.read();
      }),
      attempt(async () => {
        currentSite.value = await service.currentSite();
      }),
      attempt(async () => {
        const answer = await background.call('status');
        if (answer.ok) status.value = answer.value;
      }),
    ]);
  };
  const forgetReset = (): void => {
    stopForgetting();
    resetAddresses.value = undefined;
  };
  const stops = [
    service.watch(() => void look()),
    store.watch((changed) => {
      settings.value = changed;
    }),
  ];
  void refresh();
  return {
    settings,
    access,
    status,
    currentSite,
    failure,
    resetAddresses,
    refresh,
    allow: (patterns) => attempt(async () => ((await service.request(patterns)) ? look() : undefined)),
    revoke: (patterns) => attempt(async () => ((await service.revoke(patterns)) ? look() : undefined)),
    setPreserve: (on) =>
      attempt(async () => {
        settings.value = { ...settings.peek(), preserve: on };
        await store.write({ preserve: on });
        // A read that began before may have put the old value back.
        settings.value = { ...settings.peek(), preserve: on };
      }),
    setHistory: (on) =>
      attempt(async () => {
        settings.value = { ...settings.peek(), history: on };
        await store.write({ history: on });
        settings.value = { ...settings.peek(), history: on };
        const answer = await background.call('status');
        if (answer.ok) status.value = answer.value;
      }),
    setLockAfter: (lockAfter) =>
      attempt(async () => {
        settings.value = { ...settings.peek(), lockAfter };
        await store.write({ lockAfter });
      }),
    reset: () =>
      attempt(async () => {
        const { environments } = await store.read();
        await store.write({ environments: {} });
        settings.value = { ...settings.peek(), environments: {} };
        forgetReset();
        resetAddresses.value = environments;
        stopForgetting = after(RESET_UNDO_MILLISECONDS, forgetReset);
      }),
    undoReset: () =>
      attempt(async () => {
        const environments = resetAddresses.peek();
        if (!environments) return;
        await store.write({ environments });
        settings.value = { ...settings.peek(), environments };
        forgetReset();
      }),
    forgetReset,
    dispose() {
      stopForgetting();
      for (const stop of stops) stop();
    },
  };
}

function afterTimeout(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
