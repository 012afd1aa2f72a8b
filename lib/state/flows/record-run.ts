import type { ReadonlySignal } from '@preact/signals';
import type { FlowCall } from '../../flow/types.ts';
import type { Background, Failure } from '../../messaging/protocol.ts';
import type { Catalogue } from '../../providers/catalogue.ts';

/** A call that the user ran, as it was sent and as it may be kept. */
export interface Run {
  /** With the values of its secrets; it never leaves this page. */
  readonly whole: FlowCall;
  readonly kept: FlowCall;
  /** The flow for which it was run. */
  readonly flowId?: string | undefined;
  readonly environmentId: string;
}

/** What recording a run needs of the world outside. */
export interface RunServices {
  readonly background: Background;
  readonly profiles: { readonly catalogue: ReadonlySignal<Catalogue> };
  /** The inspected tab, in the panel. */
  readonly scopeTabId?: number;
}

/**
 * Writes a run into its flow, or into that of its profile and environment, with what the rules find while its secrets are
 * there. Gives why it could not be written, if so; never throws.
 */
export async function recordRun(services: RunServices, run: Run): Promise<Failure | undefined> {
  const { background, scopeTabId } = services;
  const { kept, flowId, environmentId } = run;
  const group = {
    profileId: kept.profileId,
    environmentId,
    ...(scopeTabId === undefined ? {} : { tabId: scopeTabId }),
  };
  const call = await withFindings(services, run);
  const first = await background.call('recordCall', flowId === undefined ? group : { flowId }, call);
  if (first.ok) return undefined;
  if (flowId === undefined || first.failure.code !== 'no-flow') return first.failure;
  const second = await background.call('recordCall', group, call);
  return second.ok ? undefined : second.failure;
}

async function withFindings(
  { background, profiles }: RunServices,
  { whole, kept, flowId }: Run,
): Promise<FlowCall> {
  try {
    const answer = flowId === undefined ? undefined : await background.call('flow', flowId);
    const flow = answer?.ok ? answer.value : undefined;
    // There are many rules; the page starts without them.
    const { findingsToKeep } = await import('../../rules/findings-to-keep.ts');
    const facts = { catalogue: profiles.catalogue.peek(), now: whole.at, ...(flow ? { flow } : {}) };
    const findings = findingsToKeep(whole, kept, facts);
    return findings.length === 0 ? kept : { ...kept, findings };
  } catch {
    // Without them the call is still worth keeping.
    return kept;
  }
}
