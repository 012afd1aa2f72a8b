import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_BYTES } from '../../../../lib/export/import-limits.ts';
import { writeSession } from '../../../../lib/export/session.ts';
import { exportFlows } from '../../../../lib/state/export/export-flows.ts';
import { createImportModel, type ReadableFile } from '../../../../lib/state/export/import-model.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { createMemoryBackground } from '../../support/memory-background.ts';
import { startMemoryWriter } from '../../support/memory-writer.ts';
import { onlyFlow, Story } from '../../support/observations.ts';

const fileOf = (text: string, name = 'flows.json'): ReadableFile => Object.assign(new Blob([text]), { name });
const flow = onlyFlow(
  new Story().request(
    'https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb',
  ),
);
const session = writeSession({
  catalogue: CATALOGUE,
  flows: [{ flow, findings: [] }],
  version: '1',
  now: 0,
  redacted: false,
});

describe('the import', () => {
  it('reads a file and keeps its flows', async () => {
    const background = createMemoryBackground();
    const model = createImportModel(background, signal(CATALOGUE));
    await model.take(fileOf(session));
    expect(model.state.value).toEqual({
      kind: 'done',
      report: {
        name: 'flows.json',
        format: 'session',
        entries: 1,
        skipped: [],
        ids: [flow.id],
        already: 0,
        renamed: 0,
      },
    });
    expect(background.calls.map(({ name }) => name)).toEqual(['importFlows']);
  });

  it('refuses a file above its limit without reading it', async () => {
    const model = createImportModel(createMemoryBackground(), signal(CATALOGUE));
    const stream = (): never => {
      throw new Error('it was read');
    };
    await model.take({ name: 'big.har', size: MAX_IMPORT_BYTES + 1, stream });
    expect(model.state.value).toMatchObject({
      kind: 'failed',
      failure: { code: 'import-too-large', message: 'The file has 300 MB; at most 300 MB are read.' },
    });
  });

  it('stops when it is cancelled', async () => {
    const background = createMemoryBackground();
    const model = createImportModel(background, signal(CATALOGUE));
    const taking = model.take(fileOf(session));
    model.cancel();
    await taking;
    expect([model.state.value, background.calls]).toEqual([{ kind: 'none' }, []]);
  });

  it('says what the background could not do', async () => {
    const background = createMemoryBackground();
    const failure = { code: 'import-not-stored', message: 'No.', remedy: 'Free space.' };
    background.fail('importFlows', failure);
    const model = createImportModel(background, signal(CATALOGUE));
    await model.take(fileOf(session));
    expect(model.state.value).toEqual({ kind: 'failed', name: 'flows.json', failure });
  });
});

describe('exportFlows', () => {
  const evaluate = async () => ({ shown: [], silenced: [] });
  const order = {
    format: 'session',
    redacted: true,
    version: '1',
    now: 0,
    evaluate,
    startExport: startMemoryWriter,
    catalogue: CATALOGUE,
  } as const;

  it('writes the flows that are still there and counts the others', async () => {
    const background = createMemoryBackground();
    background.setFlow(flow);
    const outcome = await exportFlows(background, { ...order, ids: [flow.id, 'gone'] });
    expect(outcome.ok && { ...outcome.value, text: '' }).toEqual({
      text: '',
      name: 'grantscope-1970-01-01T00-00-00.json',
      mime: 'application/json',
      flows: 1,
      left: 1,
      redaction: {
        classes: [
          { kind: 'record', values: 2 },
          { kind: 'client', values: 1 },
        ],
        places: 7,
        values: 3,
      },
    });
  });

  it('names in a report the rules that were silenced, once each, and not what they say', async () => {
    const background = createMemoryBackground();
    background.setFlow(flow);
    const found = {
      rule: 'AR16',
      severity: 'error',
      message: 'Again.',
      remedy: 'Once.',
      source: 'x',
      at: { part: 'request' },
    } as const;
    const outcome = await exportFlows(background, {
      ...order,
      format: 'markdown',
      ids: [flow.id],
      evaluate: async () => ({ shown: [], silenced: [found, found] }),
    });
    expect(outcome.ok && outcome.value.text.match(/### Findings[^#]*/)?.[0]).toBe(
      '### Findings\n\nNone.\n\nSilenced for this profile: `AR16`.\n\n',
    );
  });

  it('stops when it is cancelled', async () => {
    const background = createMemoryBackground();
    background.setFlow(flow);
    const outcome = await exportFlows(background, {
      ...order,
      ids: [flow.id],
      signal: AbortSignal.abort(),
    });
    expect(!outcome.ok && outcome.failure.code).toBe('export-cancelled');
  });

  it('says so when there is none', async () => {
    const outcome = await exportFlows(createMemoryBackground(), { ...order, ids: [] });
    expect(!outcome.ok && outcome.failure.code).toBe('nothing-to-export');
  });
});
