import type { BrowserEvent } from './browser-event.ts';

/**
 * Names an event that was handed over as it is: a HAR entry, or the details alone of a listener, by the members that only
 * one event has. Undefined where that leaves a choice, or it is none of them.
 */
export function nameEvent(value: unknown): BrowserEvent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('source' in value) return value as BrowserEvent;
  if ('startedDateTime' in value && 'request' in value) return { source: 'har', entry: value };
  const found = eventOf(new Set(Object.keys(value)));
  return found && ({ ...found, details: value } as unknown as BrowserEvent);
}

type Named = { readonly source: 'webRequest' | 'webNavigation'; readonly event: string };

function eventOf(members: ReadonlySet<string>): Named | undefined {
  const has = (name: string): boolean => members.has(name);
  if (!has('url') || !has('tabId')) return undefined;
  if (has('requestId')) {
    if (has('error')) return { source: 'webRequest', event: 'onErrorOccurred' };
    if (has('redirectUrl')) return { source: 'webRequest', event: 'onBeforeRedirect' };
    if (has('statusCode')) return { source: 'webRequest', event: 'onHeadersReceived' };
    return has('method') ? { source: 'webRequest', event: 'onBeforeRequest' } : undefined;
  }
  if (has('sourceTabId')) return { source: 'webNavigation', event: 'onCreatedNavigationTarget' };
  if (has('transitionType')) return { source: 'webNavigation', event: 'onCommitted' };
  if (has('error')) return { source: 'webNavigation', event: 'onErrorOccurred' };
  return has('parentFrameId') ? { source: 'webNavigation', event: 'onBeforeNavigate' } : undefined;
}
