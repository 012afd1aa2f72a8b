import type { CallGroup, Launched, Observation, RequestBody } from '../../../lib/flow/observation.ts';
import { EMPTY_FLOWS, type FlowsState, reduceObservation } from '../../../lib/flow/reduce.ts';
import type { Flow, FlowCall } from '../../../lib/flow/types.ts';
import { CATALOGUE } from './catalogue.ts';

/** Writes observations as a browser would make them: each event one millisecond after the last. */
export class Story {
  readonly observations: Observation[] = [];
  #clock = 1_700_000_000_000;
  #count = 0;
  #requests = 0;

  constructor(
    readonly tabId = 1,
    readonly frameId = 0,
  ) {}

  #base(eventSource: Observation['eventSource']) {
    this.#clock += 1;
    this.#count += 1;
    const id = `${String(this.#clock).padStart(14, '0')}-${String(this.#count).padStart(7, '0')}-t${this.tabId}f${this.frameId}`;
    return { id, at: this.#clock, eventSource, tabId: this.tabId, frameId: this.frameId };
  }

  #add(observation: Observation): this {
    this.observations.push(observation);
    return this;
  }

  /** Sets the clock, in milliseconds after the beginning. */
  at(milliseconds: number): this {
    this.#clock = 1_700_000_000_000 + milliseconds;
    return this;
  }

  request(
    url: string,
    options: {
      method?: string;
      body?: RequestBody;
      /** Origin of the page that caused it; `none` when the browser itself did. */
      initiator?: string;
      same?: boolean;
    } = {},
  ): this {
    if (!options.same) this.#requests += 1;
    return this.#add({
      ...this.#base('webRequest'),
      kind: 'request',
      requestId: this.#requestId(),
      method: options.method ?? 'GET',
      url,
      ...(options.body ? { body: options.body } : {}),
      ...(options.initiator === 'none'
        ? { browserInitiated: true }
        : options.initiator
          ? { initiator: options.initiator }
          : {}),
    });
  }

  /** An answer of the last request; with a location, the browser's next request follows it under the same id. */
  redirect(url: string, status: number, location: string, follow = true): this {
    this.#add({
      ...this.#base('webRequest'),
      kind: 'response',
      requestId: this.#requestId(),
      url,
      status,
      location,
    });
    return follow ? this.request(new URL(location, url).href, { same: true }) : this;
  }

  respond(url: string, status = 200): this {
    return this.#add({
      ...this.#base('webRequest'),
      kind: 'response',
      requestId: this.#requestId(),
      url,
      status,
    });
  }

  fail(url: string, error = 'net::ERR_CONNECTION_REFUSED'): this {
    return this.#add({
      ...this.#base('webRequest'),
      kind: 'request-failed',
      requestId: this.#requestId(),
      url,
      error,
    });
  }

  navigating(url: string): this {
    return this.#add({ ...this.#base('webNavigation'), kind: 'navigating', url });
  }

  /** @param by what the browser says of who led there */
  committed(url: string, by: 'page' | 'person' | 'link' = 'page'): this {
    return this.#add({
      ...this.#base('webNavigation'),
      kind: 'committed',
      url,
      byPerson: by === 'person',
      ...(by === 'link' ? { byLink: true } : {}),
    });
  }

  navigationFailed(url: string, error = 'net::ERR_ABORTED'): this {
    return this.#add({ ...this.#base('webNavigation'), kind: 'navigation-failed', url, error });
  }

  opened(openerTabId: number, url: string): this {
    return this.#add({ ...this.#base('webNavigation'), kind: 'opened', openerTabId, openerFrameId: 0, url });
  }

  closed(): this {
    return this.#add({ ...this.#base('tab'), kind: 'closed' });
  }

  /** The page took the frame away. */
  removed(): this {
    return this.#add({ ...this.#base('tab'), kind: 'left', frameRemoved: true });
  }

  identified(isPrivate: boolean): this {
    return this.#add({ ...this.#base('tab'), kind: 'identified', private: isPrivate });
  }

  shown(url: string): this {
    return this.#add({ ...this.#base('tab'), kind: 'shown', url });
  }

  /** A callback that a person pasted. */
  pasted(url: string, options: { method?: 'GET' | 'POST'; text?: string; private?: boolean } = {}): this {
    return this.#add({
      ...this.#base('person'),
      tabId: -1,
      kind: 'pasted',
      url,
      method: options.method ?? 'GET',
      ...(options.text === undefined ? {} : { body: { kind: 'text', text: options.text } }),
      private: options.private ?? false,
    });
  }

  /** A webhook that a person told of. */
  webhook(body: string, options: { deliveryId?: string; inboxUrl?: string; private?: boolean } = {}): this {
    const { deliveryId = `body:${body}`, inboxUrl, private: secret = false } = options;
    return this.#add({
      ...this.#base('person'),
      tabId: -1,
      kind: 'webhook',
      deliveryId,
      from: inboxUrl === undefined ? 'pasted' : 'inbox',
      ...(inboxUrl === undefined ? {} : { inboxUrl }),
      body,
      private: secret,
    });
  }

  /** A call that the user ran for no flow. */
  called(call: Partial<FlowCall> = {}, group: Partial<CallGroup> = {}): this {
    const base = this.#base('person');
    return this.#add({
      ...base,
      tabId: -1,
      kind: 'called',
      group: { profileId: 'finapi', environmentId: 'sandbox', private: false, ...group },
      call: {
        id: base.id,
        profileId: group.profileId ?? 'finapi',
        stepId: 'client-token',
        name: 'Client token',
        at: base.at,
        elapsed: 5,
        method: 'POST',
        url: 'https://sandbox.finapi.io/api/v2/oauth/token',
        encoding: 'form',
        fields: [{ in: 'form', name: 'grant_type', value: 'client_credentials' }],
        status: 200,
        ...call,
      },
    });
  }

  pinned(flowId: string, pinned = true): this {
    return this.#add({ ...this.#base('person'), tabId: -1, kind: 'pinned', flowId, pinned });
  }

  launched(
    url: string,
    facts: {
      launchId?: string;
      tabId?: number;
      redirectUri?: string;
      state?: string;
      phone?: NonNullable<Launched['phone']>;
    } = {},
  ): this {
    const { tabId = this.tabId, launchId = 'launch-1', ...known } = facts;
    return this.#add({
      ...this.#base('launch'),
      tabId,
      kind: 'launched',
      launchId,
      url,
      profileId: 'openid',
      environmentId: 'sandbox',
      ...known,
    });
  }

  #requestId(): string {
    return `${this.tabId}.${this.frameId}.${this.#requests}`;
  }
}

/** Folds observations in the order given. */
export function fold(observations: readonly Observation[]): FlowsState {
  return observations.reduce(
    (flows, observation) => reduceObservation(flows, observation, CATALOGUE),
    EMPTY_FLOWS,
  );
}

/** The flows that stories, told one after another, give. */
export function flowsOf(...stories: readonly Story[]): readonly Flow[] {
  return fold(stories.flatMap((story) => story.observations)).tracker.flows;
}

/** The only flow of a story. */
export function onlyFlow(story: Story): Flow {
  const flows = flowsOf(story);
  const [flow] = flows;
  if (flow === undefined || flows.length !== 1) throw new Error(`expected one flow, got ${flows.length}`);
  return flow;
}

/** `code`, `state` and so on as they came, by their standard names. */
export function valuesOf(flow: Flow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(flow.callback?.response.values ?? {}).map(([name, value]) => [name, value.value]),
  );
}
