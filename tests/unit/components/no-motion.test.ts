import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('nothing in the interface moves by itself, so that reduced motion is what everybody gets', () => {
  const moving = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => {
      const rules = readFileSync(`components/${name}`, 'utf8').match(
        /(?:transition|animation|scroll-behavior)[a-z-]*\s*:/g,
      );
      return rules?.map((rule) => `${name}: ${rule}`) ?? [];
    });
  expect(moving).toEqual([]);
});
