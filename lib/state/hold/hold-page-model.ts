import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ReleasedRequest } from '../../flow/hold-types.ts';
import type { Flow } from '../../flow/types.ts';
import type { Bystander } from '../../messaging/hold-protocol.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { Services } from '../app/services.ts';

/** What the address of the hold page asks for: to show a held callback, to send a released one on, or to ask about a request that is none. */
export interface HoldAddress {
  readonly id?: string;
  readonly go?: string;
  readonly stopped?: string;
}

/** Reads the query of the hold page. */
export function readHoldAddress(search: string): HoldAddress {
  const query = new URLSearchParams(search);
  const id = query.get('id');
  const go = query.get('go');
  const stopped = query.get('stopped');
  return {
    ...(id === null ? {} : { id }),
    ...(go === null ? {} : { go }),
    ...(stopped === null ? {} : { stopped }),
  };
}

/** What the hold page shows. */
export interface HoldPageModel {
  /** Undefined until the background answered; null when nothing is held under this address. */
  readonly flow: ReadonlySignal<Flow | null | undefined>;
  /** A stopped request that is no callback; undefined when this page asks about none. */
  readonly bystander: ReadonlySignal<Bystander | undefined>;
  /** Sends that request, or leaves it stopped. */
  decide(send: boolean): Promise<void>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Whether Hold is switched on. */
  readonly on: ReadonlySignal<boolean>;
  switchOff(): Promise<void>;
  dispose(): void;
}

/**
 * Follows the held callback of an address, or takes the released request and sends it.
 * @param send sends a request from this page, which it leaves
 */
export function createHoldPageModel(
  { background }: Pick<Services, 'background'>,
  { id, go, stopped }: HoldAddress,
  send: (request: ReleasedRequest) => void,
): HoldPageModel {
  const flow = signal<Flow | null>();
  const bystander = signal<Bystander>();
  const failure = signal<Failure>();
  const on = signal(false);
  let asked = 0;

  const look = async (): Promise<void> => {
    if (id === undefined) return;
    const question = ++asked;
    const outcome = await background.call('heldFlow', id);
    if (question !== asked) return;
    batch(() => {
      failure.value = outcome.ok ? undefined : outcome.failure;
      if (outcome.ok) flow.value = outcome.value ?? null;
    });
  };
  const goOn = async (key: string): Promise<void> => {
    const outcome = await background.call('takeRelease', key);
    if (outcome.ok) send(outcome.value);
    else failure.value = outcome.failure;
  };

  const ask = async (stoppedId: string): Promise<void> => {
    const outcome = await background.call('bystander', stoppedId);
    batch(() => {
      if (!outcome.ok) failure.value = outcome.failure;
      else if (outcome.value) bystander.value = outcome.value;
      else flow.value = null;
    });
  };

  if (id === undefined && go === undefined && stopped === undefined) flow.value = null;
  if (stopped !== undefined) void ask(stopped);
  if (go !== undefined) void goOn(go);
  const unsubscribe =
    go === undefined
      ? background.subscribe((push) => {
          on.value = push.status.hold.on;
          void look();
        })
      : () => undefined;
  return {
    flow,
    bystander,
    failure,
    on,
    async decide(send) {
      const asked = bystander.peek();
      if (!asked) return;
      const outcome = await background.call('decideBystander', asked.id, send);
      batch(() => {
        failure.value = outcome.ok ? undefined : outcome.failure;
        if (!outcome.ok) return;
        bystander.value = undefined;
        flow.value = null;
      });
    },
    async switchOff() {
      const outcome = await background.call('setHold', { on: false });
      if (outcome.ok) on.value = outcome.value.on;
      else failure.value = outcome.failure;
    },
    dispose: unsubscribe,
  };
}
