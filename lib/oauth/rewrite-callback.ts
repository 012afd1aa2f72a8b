import type { AuthorizationResponse } from './authorization-response.ts';
import type { ObservedBody } from './observed-body.ts';
import { MAX_PARAMETERS, type Parameter } from './parameters.ts';
import { percentDecode } from './percent.ts';
import { splitUrl } from './url.ts';

/** Where the parameters of a callback stand. */
export type CallbackPlace = 'query' | 'fragment' | 'form';

/** A callback as a request: what a browser sends, or would send. */
export interface CallbackRequest<Body extends ObservedBody = ObservedBody> {
  readonly url: string;
  readonly method: string;
  readonly body?: Body;
}

/** One parameter as it shall go on. `from` is its index among the parameters that came; absent for an added one. */
export interface EditedParameter {
  readonly from?: number;
  readonly name: string;
  readonly value: string;
}

/** The place whose parameters make the response: that of its channel, else that of its state, else the query. */
export function callbackPlace({ channel, values }: AuthorizationResponse): CallbackPlace {
  if (channel.startsWith('form_post')) return 'form';
  if (channel.startsWith('fragment')) return 'fragment';
  const source = channel === 'none' ? values.state?.source : undefined;
  return source === 'form' || source === 'fragment' ? source : 'query';
}

/**
 * The same request with other parameters. Those that are not edited keep their very characters and their order, and so
 * does everything else in the URL; edited and added ones are percent-encoded as UTF-8 (RFC 6749 appendix B). One that
 * is not listed is left out, and added ones follow at the end.
 */
export function rewriteCallback<Body extends ObservedBody>(
  request: CallbackRequest<Body>,
  place: CallbackPlace,
  edited: readonly EditedParameter[],
): CallbackRequest<Body | ObservedBody> {
  if (place === 'form') {
    return { ...request, body: { kind: 'form', fields: edited.map(({ name, value }) => [name, value]) } };
  }
  const { base, query, fragment } = splitUrl(request.url);
  const joined = (text: string | undefined, mark: string): string =>
    text === undefined ? '' : `${mark}${text}`;
  const before = place === 'query' ? (query ?? '') : (fragment ?? '');
  // A path-like fragment, as single-page applications have it, keeps its beginning.
  const lead = place === 'fragment' ? (/^[/?!]+/.exec(before)?.[0] ?? '') : '';
  const after = `${lead}${rewriteSegments(before.slice(lead.length), edited)}`;
  const kept = after === '' && before === '' ? (place === 'query' ? query : fragment) : after;
  const url =
    place === 'query'
      ? `${base}${joined(kept, '?')}${joined(fragment, '#')}`
      : `${base}${joined(query, '?')}${joined(kept, '#')}`;
  return { ...request, url };
}

/** Empty pieces stand for nothing, are kept where they are, and are not counted; so are those too many to be shown. */
function rewriteSegments(text: string, edited: readonly EditedParameter[]): string {
  const byIndex = new Map(
    edited.flatMap((one) => (one.from === undefined ? [] : [[one.from, one] as const])),
  );
  const added = edited.filter(({ from }) => from === undefined);
  let index = -1;
  const segments = text === '' ? [] : text.split('&');
  const kept = segments.flatMap((segment, position) => {
    if (segment === '' || position >= MAX_PARAMETERS) return [segment];
    index += 1;
    const edit = byIndex.get(index);
    return edit ? [rewriteSegment(segment, edit)] : [];
  });
  return [...kept, ...added.map(({ name, value }) => `${encode(name)}=${encode(value)}`)].join('&');
}

function rewriteSegment(segment: string, { name, value }: EditedParameter): string {
  const equals = segment.indexOf('=');
  const rawName = equals < 0 ? segment : segment.slice(0, equals);
  const rawValue = equals < 0 ? '' : segment.slice(equals + 1);
  const sameName = percentDecode(rawName).text === name;
  const sameValue = percentDecode(rawValue).text === value;
  if (sameName && sameValue) return segment;
  return `${sameName ? rawName : encode(name)}=${sameValue ? rawValue : encode(value)}`;
}

/** Percent-encodes; a lone surrogate, which has no UTF-8, becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** One difference between the parameters that came and those that go on. */
interface Difference {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** What was changed, left out and added, in that order of the parameters that came. */
export function parameterDifferences(
  came: readonly Pick<Parameter, 'name' | 'value'>[],
  edited: readonly EditedParameter[],
): readonly Difference[] {
  const changed = came.flatMap(({ name, value }, index): Difference[] => {
    const edit = edited.find(({ from }) => from === index);
    if (!edit) return [{ name, from: value }];
    if (edit.name !== name)
      return [
        { name, from: value },
        { name: edit.name, to: edit.value },
      ];
    return edit.value === value ? [] : [{ name, from: value, to: edit.value }];
  });
  const added = edited.filter(({ from }) => from === undefined);
  return [...changed, ...added.map(({ name, value }) => ({ name, to: value }))];
}
