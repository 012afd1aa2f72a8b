import type { Catalogue } from '../../providers/catalogue.ts';
import { withCallback } from '../callback.ts';
import type { CallbackPasted } from '../observation.ts';
import { isOfNoTab } from '../of-tab.ts';
import {
  awaitedRedirectUri,
  awaitedState,
  flowAnsweredBy,
  type ReadArrival,
  readArrival,
} from '../recognise.ts';
import { startFlow } from '../start.ts';
import { newestFlow, putFlow, type Tracker } from '../tracker.ts';
import type { Callback, Flow, Recognition } from '../types.ts';

/**
 * A callback was pasted. It joins its flow by state, or by redirect URI where a flow that no tab shows sent no state;
 * otherwise it is a flow of its own.
 */
export function onPasted(tracker: Tracker, observation: CallbackPasted, catalogue: Catalogue): Tracker {
  const arrival = readPasted(observation, catalogue);
  const known = newestFlow(tracker, ({ callback }) => callback !== undefined && isSame(callback, arrival));
  if (known) return putFlow(tracker, known, observation);
  const answered = isWhole(arrival.url) ? byUrl(tracker, arrival) : byState(tracker, arrival);
  if (answered)
    return take(tracker, answered.flow, answered.arrival, answered.recognition, observation, catalogue);
  const started = startFlow(tracker, observation, { private: observation.private }, catalogue);
  const flow = started.flows.at(-1);
  return flow ? take(started, flow, arrival, 'parameters', observation, catalogue) : started;
}

interface Answered {
  readonly flow: Flow;
  readonly arrival: ReadArrival;
  readonly recognition: Recognition;
}

function take(
  tracker: Tracker,
  flow: Flow,
  arrival: ReadArrival,
  recognition: Recognition,
  observation: CallbackPasted,
  catalogue: Catalogue,
): Tracker {
  const submitted = withCallback(flow, arrival, recognition, observation.at, 'pasted', catalogue);
  const marks = [...submitted.marks, 'pasted'] as const;
  return putFlow(
    tracker,
    { ...submitted, marks, ...(observation.private ? { private: true } : {}) },
    observation,
  );
}

/** Parameters without a URL say nothing of the scheme. */
function readPasted({ url, method, body }: CallbackPasted, catalogue: Catalogue): ReadArrival {
  const arrival = readArrival({ url, method, ...(body ? { body } : {}) }, catalogue);
  return isWhole(url) ? arrival : { ...arrival, response: { ...arrival.response, customScheme: false } };
}

function isWhole(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(url);
}

function byUrl(tracker: Tracker, arrival: ReadArrival): Answered | undefined {
  const mayBeIt = (flow: Flow): boolean => isOfNoTab(flow) && !awaitedState(flow);
  const answered = flowAnsweredBy(tracker.flows, arrival, mayBeIt);
  return answered && { ...answered, arrival };
}

/** Only the parameters are there: the URL is then the redirect URI of the flow that awaits their state. */
function byState(tracker: Tracker, arrival: ReadArrival): Answered | undefined {
  const state = arrival.response.values.state?.value;
  const flow = state
    ? newestFlow(tracker, (one) => one.callback === undefined && awaitedState(one) === state)
    : undefined;
  if (!flow) return undefined;
  const redirectUri = awaitedRedirectUri(flow) ?? '';
  const rest = redirectUri.includes('?') ? arrival.url.replace(/^\?/, '&') : arrival.url;
  return { flow, arrival: { ...arrival, url: redirectUri + rest }, recognition: 'state' };
}

/** The same parameters were seen or pasted before. */
function isSame({ response }: Callback, arrival: ReadArrival): boolean {
  const parameters = (one: Callback['response']): string =>
    JSON.stringify(one.parameters.map(({ name, value }) => [name, value]));
  return response.channel !== 'none' && parameters(response) === parameters(arrival.response);
}
