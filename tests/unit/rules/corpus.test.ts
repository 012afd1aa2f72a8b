import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../lib/rules/registry.ts';
import { type Corpus, testCorpus } from './support/corpus.ts';

const folder = new URL('./corpus/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const corpora = await Promise.all(
  files.map(async (name) => {
    const { corpus } = (await import(new URL(name, folder).href)) as { readonly corpus: Corpus };
    return { name, corpus };
  }),
);

describe.each(corpora)('$corpus.rule', ({ name, corpus }) => {
  it('stands in the file of its name', () => expect(name).toBe(`${corpus.rule}.ts`));
  it('belongs to a rule of the registry', () => expect(RULES.map(({ id }) => id)).toContain(corpus.rule));
  testCorpus(corpus);
});
