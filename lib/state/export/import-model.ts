import { type ReadonlySignal, signal } from '@preact/signals';
import { type ImportedFile, MAX_IMPORT_BYTES } from '../../export/import-limits.ts';
import type { Flow } from '../../flow/types.ts';
import { t } from '../../i18n/t.ts';
import { CodedError } from '../../jwt/coded-error.ts';
import {
  IMPORTED_UNITS_AT_ONCE,
  type ImportedFlows,
  MAX_IMPORTED_AT_ONCE,
} from '../../messaging/import-protocol.ts';
import type { Background, Failure } from '../../messaging/protocol.ts';
import type { Catalogue } from '../../providers/catalogue.ts';
import { failureOf } from '../shared/failure-of.ts';
import { yieldToPage } from '../shared/yield-to-page.ts';

/** The part of a file that is read. */
export type ReadableFile = Pick<Blob, 'size' | 'stream'> & { readonly name: string };

/** What an import came to. */
export interface ImportReport extends Omit<ImportedFile, 'flows'>, ImportedFlows {
  readonly name: string;
}

type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string; readonly done: number; readonly size: number }
  | { readonly kind: 'storing'; readonly name: string; readonly done: number; readonly size: number }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure };

/** Brings flows in from a file. */
export interface ImportModel {
  readonly state: ReadonlySignal<ImportState>;
  /** Reads a file and keeps its flows. One at a time; nothing throws. */
  take(file: ReadableFile): Promise<void>;
  cancel(): void;
  /** Forgets what the last import came to. */
  forget(): void;
}

/** Makes an import over a background. */
export function createImportModel(
  background: Background,
  catalogue: ReadonlySignal<Catalogue>,
  now: () => number = Date.now,
): ImportModel {
  const state = signal<ImportState>({ kind: 'none' });
  let round = 0;
  const read = async (file: ReadableFile, mine: number): Promise<ImportedFile | undefined> => {
    const { createImporter } = await import('../../export/import-file.ts');
    const importer = createImporter(now(), catalogue.peek());
    const reader = file.stream().getReader();
    const decoder = new TextDecoder();
    let done = 0;
    const turn = yieldToPage();
    for (;;) {
      const { value, done: ended } = await reader.read();
      if (mine !== round) {
        await reader.cancel().catch(() => undefined);
        return undefined;
      }
      if (ended) break;
      done += value.byteLength;
      importer.push(decoder.decode(value, { stream: true }));
      state.value = { kind: 'reading', name: file.name, done, size: file.size };
      await turn();
    }
    importer.push(decoder.decode());
    const outcome = await inTurns(importer.finishing(), turn);
    if (!outcome.ok) throw CodedError.of(outcome.failure);
    return outcome.value;
  };
  const store = async (flows: readonly Flow[], name: string, mine: number): Promise<ImportedFlows> => {
    const kept = { ids: [] as string[], already: 0, renamed: 0 };
    let done = 0;
    for (const batch of batches(flows)) {
      if (mine !== round) break;
      state.value = { kind: 'storing', name, done, size: flows.length };
      const answer = await background.call('importFlows', batch);
      if (!answer.ok) throw CodedError.of(answer.failure);
      kept.ids.push(...answer.value.ids);
      kept.already += answer.value.already;
      kept.renamed += answer.value.renamed;
      done += batch.length;
    }
    return kept;
  };
  return {
    state,
    async take(file) {
      const mine = ++round;
      if (file.size > MAX_IMPORT_BYTES) {
        state.value = { kind: 'failed', name: file.name, failure: tooLarge(file.size) };
        return;
      }
      state.value = { kind: 'reading', name: file.name, done: 0, size: file.size };
      try {
        const whole = await read(file, mine);
        if (!whole) return;
        const { flows, ...facts } = whole;
        const kept = await store(flows, file.name, mine);
        if (mine === round) state.value = { kind: 'done', report: { name: file.name, ...facts, ...kept } };
      } catch (error) {
        if (mine !== round) return;
        const failure = failureOf(error, t('importFailedRemedy'));
        state.value = { kind: 'failed', name: file.name, failure };
      }
    },
    cancel() {
      round++;
      state.value = { kind: 'none' };
    },
    forget() {
      if (state.peek().kind === 'done' || state.peek().kind === 'failed') state.value = { kind: 'none' };
    },
  };
}

/** Goes through the pieces of long work, with the page's turn between them. */
async function inTurns<T>(segments: Generator<void, T>, turn: () => Promise<void>): Promise<T> {
  for (;;) {
    const segment = segments.next();
    if (segment.done) return segment.value;
    await turn();
  }
}

function* batches(flows: readonly Flow[]): Generator<readonly Flow[]> {
  let batch: Flow[] = [];
  let units = 0;
  for (const flow of flows) {
    batch.push(flow);
    units += JSON.stringify(flow).length;
    if (batch.length < MAX_IMPORTED_AT_ONCE && units < IMPORTED_UNITS_AT_ONCE) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}

function tooLarge(size: number): Failure {
  return {
    code: 'import-too-large',
    message: t('importTooLarge', megabytes(size), megabytes(MAX_IMPORT_BYTES)),
    remedy: t('importTooLargeRemedy'),
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000).toLocaleString(t('locale'))} MB`;
}
