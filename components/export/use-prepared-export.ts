import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportFormat } from '../../lib/export/export-formats.ts';
import type { Failure } from '../../lib/messaging/protocol.ts';
import { type ExportedText, exportFlows, MAX_EXPORTED } from '../../lib/state/export/export-flows.ts';
import { evaluateFully } from '../../lib/state/flows/evaluate-fully.ts';
import { failureOf } from '../../lib/state/shared/failure-of.ts';
import { useAppModel } from '../app/models.ts';
import { useServices } from '../app/services.ts';

/** What is to be exported. */
interface ExportChoice {
  readonly ids: readonly string[];
  readonly format: ExportFormat;
  readonly redacted: boolean;
}

type PreparedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'preparing'; readonly done: number; readonly size: number }
  | { readonly kind: 'prepared'; readonly text: ExportedText }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface PreparedExport {
  readonly state: PreparedState;
  /** Starts again; what was in preparation is given up. */
  readonly prepare: () => void;
  readonly cancel: () => void;
}

/** Prepares an export before it is written, so that it can be looked at. @param choose what to export, read at each start */
export function usePreparedExport(choose: () => ExportChoice): PreparedExport {
  const { findings, verification } = useAppModel();
  const { background, now, version, startExport, profiles } = useServices();
  const [state, setState] = useState<PreparedState>({ kind: 'none' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (choice: ExportChoice, mine: AbortController): Promise<PreparedState> => {
    const { catalogue } = profiles;
    const size = Math.min(choice.ids.length, MAX_EXPORTED);
    setState({ kind: 'preparing', done: 0, size });
    try {
      const outcome = await exportFlows(background, {
        ...choice,
        catalogue: catalogue.value,
        version,
        now: now(),
        evaluate: (flow) => evaluateFully(flow, { background, findings, verification, now, catalogue }),
        startExport,
        onProgress: (done) => running.current === mine && setState({ kind: 'preparing', done, size }),
        signal: mine.signal,
      });
      return outcome.ok
        ? { kind: 'prepared', text: outcome.value }
        : { kind: 'failed', failure: outcome.failure };
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error) };
    }
  };
  return {
    state,
    prepare() {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      const choice = choose();
      if (choice.ids.length === 0) return setState({ kind: 'none' });
      void run(choice, mine).then((next) => running.current === mine && setState(next));
    },
    cancel: () => running.current?.abort(),
  };
}
