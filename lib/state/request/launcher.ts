import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import type { Failure, LaunchTarget } from '../../messaging/protocol.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { checkEndpoint } from '../../providers/check-endpoint.ts';
import type { LaunchMemory } from '../../providers/launch-memory.ts';
import { failureOf } from '../shared/failure-of.ts';
import { type FinishedRequest, launchFacts, launchOrder } from './launch-order.ts';
import { qrFailure } from './qr-code.ts';
import type { PhoneRequest } from './qr-notes.ts';
import type { RequestServices } from './request-services.ts';

/** What became of the last launch. */
type LaunchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'launching' }
  | {
      readonly kind: 'launched';
      readonly target: LaunchTarget;
      readonly state?: string;
      /** What the phone is to open, when it is one that opens it. */
      readonly phone?: PhoneRequest;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Opens the provider. */
export interface Launcher {
  readonly state: ReadonlySignal<LaunchState>;
  /** When true, state, nonce and code_challenge stay after a launch. */
  readonly keepValues: Signal<boolean>;
  open(target: LaunchTarget): Promise<void>;
  /** Forgets why the last launch failed, as when the request was changed since. */
  forgetFailure(): void;
  /** Forgets the last launch, as when another request is shown. */
  forget(): void;
}

interface LauncherContext {
  readonly services: RequestServices;
  /** Signs and builds the request as it is now; rejects with the reason why it cannot. */
  finish(): Promise<FinishedRequest>;
  launched(kept: boolean): Promise<void>;
}

/** Makes a launcher. One launch at a time; nothing in it throws. */
export function createLauncher({ services, finish, launched }: LauncherContext): Launcher {
  const state = signal<LaunchState>({ kind: 'none' });
  const keepValues = signal(false);
  const launch = async (target: LaunchTarget): Promise<LaunchState> => {
    const request = await finish();
    const wrong = checkEndpoint(request.url).find(({ code }) => code === 'endpoint-not-http');
    if (wrong || request.url.startsWith('?') || request.url === '')
      return { kind: 'failed', failure: noAddress() };
    const tooLong = target === 'phone' ? qrFailure(request.url) : undefined;
    if (tooLong) return { kind: 'failed', failure: tooLong };
    const answer = await launchRequest(services, request, target);
    if (!answer.ok) return { kind: 'failed', failure: answer.failure };
    return {
      kind: 'launched',
      target,
      ...(request.values.state ? { state: request.values.state } : {}),
      ...(target === 'phone' ? { phone: phoneRequest(request, services.profiles.catalogue.peek()) } : {}),
    };
  };
  return {
    state,
    keepValues,
    forgetFailure() {
      if (state.peek().kind === 'failed') state.value = { kind: 'none' };
    },
    forget() {
      if (state.peek().kind !== 'launching') state.value = { kind: 'none' };
    },
    async open(target) {
      if (state.peek().kind === 'launching') return;
      state.value = { kind: 'launching' };
      const result = await launch(target).catch((error: unknown): LaunchState => {
        return { kind: 'failed', failure: failureOf(error) };
      });
      state.value = result;
      if (result.kind === 'launched') await launched(keepValues.peek()).catch(() => undefined);
    },
  };
}

function phoneRequest(request: FinishedRequest, catalogue: Catalogue): PhoneRequest {
  const { redirectUri } = launchOrder(request, 'phone', catalogue);
  return { url: request.url, ...(redirectUri === undefined ? {} : { redirectUri }) };
}

function noAddress(): Failure {
  return {
    code: 'no-address',
    message: t('requestNoAddress'),
    remedy: t('requestNoAddressRemedy'),
  };
}

/** Keeps what the exchange will need, then has the background open the URL. */
export async function launchRequest(
  services: RequestServices,
  request: FinishedRequest,
  target: LaunchTarget,
): ReturnType<typeof call> {
  const { state } = request.values;
  if (state && services.launchMemory) {
    // A full session store must not keep anybody from signing in; only the exchange would miss the verifier.
    await rememberLaunch(services.launchMemory, state, request, services).catch(() => undefined);
  }
  return call(services, request, target);
}

/** A pushed request's verifier was remembered when it was pushed. */
async function rememberLaunch(
  memory: LaunchMemory,
  state: string,
  request: FinishedRequest,
  { now, profiles }: RequestServices,
): Promise<void> {
  const pushed = request.values.request_uri ? await memory.recall(state) : undefined;
  await memory.remember(state, { ...pushed, ...launchFacts(request, now(), profiles.catalogue.peek()) });
}

function call(
  { background, profiles, scopeTabId }: RequestServices,
  request: FinishedRequest,
  target: LaunchTarget,
) {
  return background.call('launch', launchOrder(request, target, profiles.catalogue.peek(), scopeTabId));
}
