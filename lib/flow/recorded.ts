import type { Aliases } from '../oauth/aliases.ts';
import { namesOfBody } from '../oauth/body-names.ts';
import { isCredentialName } from '../oauth/credential-name.ts';
import { hideCredentials, hideCredentialsInBody } from '../oauth/hide-credentials.ts';
import { recordedAwaitedBody } from '../oauth/recorded-body.ts';
import { originOf } from '../oauth/url.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { departure } from './departure.ts';
import type { Observation, RequestBody } from './observation.ts';
import { recordedBody } from './recorded-body.ts';
import type { Tracker } from './tracker.ts';
import type { FlowCall } from './types.ts';

/**
 * What of an observation may be written down, given the flows so far: no value of a password or one-time code anywhere;
 * a body only of an authorize request or a callback, of any other its names; of a navigation by which a tab leaves its
 * flow, only that it left. Pure; an observation that passed once passes unchanged again.
 */
export function recorded(tracker: Tracker, observation: Observation, catalogue: Catalogue): Observation {
  const clean = withoutCredentials(observation, catalogue.aliases);
  const left = departure(tracker, clean, catalogue);
  if (left) return left;
  if ((clean.kind !== 'request' && clean.kind !== 'exchange') || clean.body === undefined) return clean;
  const body = recordedBody(tracker, { ...clean, kind: 'request' }, clean.body, catalogue);
  return body === clean.body ? clean : { ...clean, body };
}

/** The same without the values of passwords and one-time codes, and without what nothing follows from. */
function withoutCredentials(observation: Observation, aliases: Aliases): Observation {
  switch (observation.kind) {
    case 'request': {
      const { url, initiator } = observation;
      const origin = initiator === undefined || initiator === 'null' ? initiator : originOf(initiator);
      const hidden = hideCredentials(url);
      if (hidden === url && origin === initiator) return observation;
      return { ...observation, url: hidden, ...(origin === undefined ? {} : { initiator: origin }) };
    }
    case 'exchange':
    case 'response': {
      const { url, location } = observation;
      const hidden = hideCredentials(url);
      const target = location === undefined ? undefined : hideCredentials(location);
      if (hidden === url && target === location) return observation;
      return { ...observation, url: hidden, ...(target === undefined ? {} : { location: target }) };
    }
    case 'opened':
      return observation.url === '' ? observation : { ...observation, url: '' };
    case 'released': {
      const url = hideCredentials(observation.request.url);
      return url === observation.request.url
        ? observation
        : { ...observation, request: { ...observation.request, url } };
    }
    case 'webhook': {
      const body = hideCredentialsInBody(observation.body);
      return body === observation.body ? observation : { ...observation, body };
    }
    case 'called': {
      const call = recordedCall(observation.call);
      return call === observation.call ? observation : { ...observation, call };
    }
    case 'pasted': {
      const url = hideCredentials(observation.url);
      const body = observation.body && recordedPasted(observation.body, aliases);
      if (url === observation.url && body === observation.body) return observation;
      return { ...observation, url, ...(body ? { body } : {}) };
    }
    default: {
      if (!('url' in observation)) return observation;
      const url = hideCredentials(observation.url);
      return url === observation.url ? observation : { ...observation, url };
    }
  }
}

/** What a person pasted is taken for a callback, whatever it is. */
function recordedPasted(body: RequestBody, aliases: Aliases): RequestBody {
  return recordedAwaitedBody(body, aliases) ?? namesOfBody(body);
}

/** A call as it is kept: of fields for a password or one-time code the names. The same object when it has none. */
export function recordedCall(call: FlowCall): FlowCall {
  const url = hideCredentials(call.url);
  const body = call.body === undefined ? undefined : hideCredentialsInBody(call.body);
  const isSecret = ({ name, value }: FlowCall['fields'][number]): boolean =>
    value !== undefined && isCredentialName(name);
  if (url === call.url && body === call.body && !call.fields.some(isSecret)) return call;
  const fields = call.fields.map((field) => (isSecret(field) ? { in: field.in, name: field.name } : field));
  return { ...call, url, fields, ...(body === undefined ? {} : { body }) };
}
