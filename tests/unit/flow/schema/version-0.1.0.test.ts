import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../../lib/export/import-file.ts';
import { readObservation } from '../../../../lib/flow/schema/read-observation.ts';
import type { Flow } from '../../../../lib/flow/types.ts';
import { CATALOGUE } from '../../support/catalogue.ts';
import { fold } from '../../support/observations.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** A session file that version 0.1.0 wrote, and what its journal held of the same flows, by their ids. */
const SESSION = fixture('session-0.1.0.json');
const JOURNAL = JSON.parse(fixture('observations-0.1.0.json')) as Record<string, readonly unknown[]>;

function imported(): readonly Flow[] {
  const importer = createImporter(0, CATALOGUE);
  importer.push(SESSION);
  const outcome = importer.finish();
  if (!outcome.ok) throw new Error(outcome.failure.message);
  expect(outcome.value.skipped).toEqual([]);
  return outcome.value.flows;
}

const flowOf = (id: string): Flow | undefined => imported().find((flow) => flow.id === id);

describe('a session file of version 0.1.0', () => {
  it('has its nested authorizations, event sources and missed callbacks under the names of today', () => {
    expect(flowOf('nested')).toMatchObject({
      nested: [{ redirectUri: 'https://as.example/broker', state: 'inner' }],
      eventSources: ['webRequest'],
    });
    expect(flowOf('missed')).toMatchObject({
      marks: ['seen-without-hops', 'missed'],
      eventSources: ['tab', 'webRequest'],
    });
    for (const flow of imported()) {
      for (const name of ['legs', 'witnesses', 'version']) expect(Object.hasOwn(flow, name)).toBe(false);
    }
  });

  it('gives the flows that the observations of its journal give', () => {
    expect(imported()).toHaveLength(Object.keys(JOURNAL).length);
    for (const [name, stored] of Object.entries(JOURNAL)) {
      const observations = stored.flatMap((one) => readObservation(one) ?? []);
      expect(observations).toHaveLength(stored.length);
      const id = name.replaceAll(' ', '-');
      const [flow] = fold(observations).tracker.flows;
      // When an attempt is over is evaluated by today's rules.
      const { status } = flowOf(id) ?? {};
      expect({ ...flow, id, status }).toEqual(flowOf(id));
    }
  });
});
