import type { Flow } from '../flow/types.ts';
import type { Catalogue } from '../providers/catalogue.ts';
import { readHarEntry } from './import-har.ts';
import { IMPORT_LIMITS, type ImportedFile, type ImportFormat } from './import-limits.ts';
import { readTracedRequest } from './import-saml-tracer.ts';
import { readSessionFlow } from './import-session.ts';
import { type Exchange, flowsOfExchanges } from './reading/flows-of-exchanges.ts';
import { scanJson } from './reading/scan-json.ts';
import { createTally } from './reading/tally.ts';
import { SESSION_FORMAT, SESSION_VERSION } from './session.ts';

export interface ImportFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export type ImportOutcome =
  | { readonly ok: true; readonly value: ImportedFile }
  | { readonly ok: false; readonly failure: ImportFailure };

/** Takes a file piece by piece. Nothing about the file is believed; nothing throws. */
export interface Importer {
  push(chunk: string): void;
  finish(): ImportOutcome;
  /** The same in pieces, each as short as it can be. */
  finishing(): Generator<void, ImportOutcome>;
}

const LISTS: Readonly<Record<string, ImportFormat>> = {
  flows: 'session',
  'log.entries': 'har',
  requests: 'saml-tracer',
};

/**
 * Reads a session file, a HAR file or a trace that SAML-tracer exported; which of them it is follows from what is in it.
 * @param now milliseconds since the epoch, for traces that have no times
 */
export function createImporter(now: number, catalogue: Catalogue, limits = IMPORT_LIMITS): Importer {
  const tally = createTally();
  const exchanges: Exchange[] = [];
  const flows: Flow[] = [];
  const head = new Map<string, string>();
  let format: ImportFormat | undefined;
  let entries = 0;

  const take = (path: string, value: unknown): void => {
    if (path === 'log.entries') note(readHarEntry(value));
    else if (path === 'requests') note(readTracedRequest(value, exchanges.length, now));
    else {
      const read = readSessionFlow(value, catalogue.aliases);
      if ('skipped' in read) tally.add(read.skipped);
      else if (flows.length >= limits.flows) tally.add(`more than ${limits.flows} flows`);
      else flows.push(read.flow);
    }
  };
  const note = (read: { readonly exchange: Exchange } | { readonly skipped: string }): void => {
    if ('skipped' in read) tally.add(read.skipped);
    else exchanges.push(read.exchange);
  };
  const scanner = scanJson(new Set(Object.keys(LISTS)), {
    element(path, text) {
      format ??= LISTS[path];
      entries++;
      if (entries > limits.entries) return tally.add(`more than ${limits.entries} entries`);
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return tally.add('no JSON');
      }
      take(path, value);
    },
    skipped(path, why) {
      format ??= LISTS[path];
      entries++;
      tally.add(why === 'too deep' ? 'nested too deeply' : 'too large');
    },
    scalar: (name, text) => void head.set(name, text),
  });

  function* finishing(): Generator<void, ImportOutcome> {
    const wrong = scanner.end();
    const refused = refusal(wrong, format, head);
    if (refused) return { ok: false, failure: refused };
    if (wrong === 'cut off') tally.add('the file ends in the middle');
    const made =
      format === 'session' ? flows : (yield* flowsOfExchanges(exchanges, catalogue)).slice(0, limits.flows);
    return {
      ok: true,
      value: { format: format ?? 'session', flows: made, entries, skipped: tally.list() },
    };
  }

  return {
    push: (chunk) => scanner.push(chunk),
    finishing,
    finish() {
      const segments = finishing();
      for (;;) {
        const segment = segments.next();
        if (segment.done) return segment.value;
      }
    },
  };
}

function refusal(
  wrong: 'empty' | 'not JSON' | 'cut off' | undefined,
  format: ImportFormat | undefined,
  head: ReadonlyMap<string, string>,
): ImportFailure | undefined {
  if (wrong === 'empty') {
    return {
      code: 'import-empty',
      message: 'The file has no JSON in it.',
      remedy: 'Choose a session file, a HAR file or a trace that SAML-tracer exported.',
    };
  }
  if (wrong === 'not JSON') {
    return {
      code: 'import-not-json',
      message: 'The file is not JSON.',
      remedy: 'Choose a session file, a HAR file or a trace that SAML-tracer exported.',
    };
  }
  const isSession = head.get('format') === SESSION_FORMAT;
  if (isSession && Number(head.get('version')) > SESSION_VERSION) {
    return {
      code: 'import-newer',
      message: `The session file was written by a newer Grantscope (version ${Number(head.get('version'))} of the format).`,
      remedy: 'Update Grantscope, then import it again.',
    };
  }
  if (format === 'session' ? isSession : format !== undefined || isSession) return undefined;
  return {
    code: 'import-unknown',
    message:
      'The file is JSON, but neither a session nor a HAR file nor a trace of SAML-tracer, or it is empty of them.',
    remedy: 'Export it again: from Grantscope, from the Network panel as HAR, or from SAML-tracer.',
  };
}
