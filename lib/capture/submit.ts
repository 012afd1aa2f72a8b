import type { Observation } from '../flow/observation.ts';
import { type FlowsState, reduceObservation } from '../flow/reduce.ts';
import { step } from '../flow/step.ts';
import { summarise } from '../flow/summary.ts';
import type { FlowSummary } from '../flow/summary-types.ts';
import { EMPTY_TRACKER } from '../flow/tracker.ts';
import type { Flow } from '../flow/types.ts';
import type { Match } from '../messaging/submit-protocol.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import type { Archive } from '../storage/archive.ts';

/** What became of something told. */
export interface Submitted {
  readonly flow: Flow;
  readonly match: Match;
}

export interface SubmitParts {
  readonly state: FlowsState;
  readonly catalogue: Catalogue;
  readonly archive: Pick<Archive, 'flow'>;
  /** Rows of the flows that are in the archive only. */
  readonly archived: () => readonly FlowSummary[];
  readonly live: () => readonly Flow[];
  /** Writes the observation to the journal and applies it to the live flows. */
  readonly record: () => void;
  /** Puts a changed flow in the place of its former self in the archive. */
  readonly replace: (flow: Flow) => Promise<void>;
}

/** Archived flows that are looked at whole for one observation. */
const MAX_CANDIDATES = 20;

/**
 * Applies what a person told to the live flow it belongs to, else to an archived one; otherwise it is a flow of its own.
 * What adds nothing is not kept.
 */
export async function submit(observation: Observation, parts: SubmitParts): Promise<Submitted | undefined> {
  const before = parts.state.tracker.flows;
  const after = reduceObservation(parts.state, observation, parts.catalogue).tracker.flows;
  const flow = after.find(({ observationIds }) => observationIds.includes(observation.id));
  const former = flow && before.find(({ id }) => id === flow.id);
  if (flow && former) {
    if (isSame(former, flow)) return { flow: former, match: 'known' };
    parts.record();
    return { flow, match: 'joined' };
  }
  const archived = await submitToArchived(observation, flow, parts);
  if (archived) return archived;
  if (!flow) return undefined;
  parts.record();
  const alone = parts.live().find(({ observationIds }) => observationIds.includes(observation.id)) ?? flow;
  return { flow: alone, match: 'alone' };
}

async function submitToArchived(
  observation: Observation,
  alone: Flow | undefined,
  { archive, catalogue, archived, replace }: SubmitParts,
): Promise<Submitted | undefined> {
  const candidates = archived()
    .filter(candidateTest(observation, alone && summarise(alone, [], catalogue)))
    .toSorted((a, b) => b.startedAt - a.startedAt);
  for (const { id } of candidates.slice(0, MAX_CANDIDATES)) {
    const former = await archive.flow(id);
    if (!former) continue;
    const flows = step({ ...EMPTY_TRACKER, flows: [former] }, observation, catalogue).flows;
    const [flow] = flows;
    if (flows.length !== 1 || !flow || flow === former) continue;
    if (isSame(former, flow)) return { flow: former, match: 'known' };
    await replace(flow);
    return { flow, match: 'joined' };
  }
  return undefined;
}

/** Which summaries may be of the flow: the one that is named, else those with the same state or code. */
function candidateTest(
  observation: Observation,
  alone: FlowSummary | undefined,
): (summary: FlowSummary) => boolean {
  if ('flowId' in observation) return ({ id }) => id === observation.flowId;
  const { state, code } = alone ?? {};
  return (summary) =>
    (state !== undefined && summary.state === state) || (code !== undefined && summary.code === code);
}

function isSame(former: Flow, flow: Flow): boolean {
  return (
    former.callback === flow.callback &&
    former.webhooks === flow.webhooks &&
    former.calls === flow.calls &&
    former.cookies === flow.cookies &&
    (former.pinned ?? false) === (flow.pinned ?? false)
  );
}
