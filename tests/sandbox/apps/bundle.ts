import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { BrowserApp } from './settings.ts';

const bundles = new Map<BrowserApp, Promise<string>>();

/** The script of a single-page application with its library, bundled once for the life of the process. */
export function bundle(name: BrowserApp): Promise<string> {
  const known = bundles.get(name) ?? bundleNow(name);
  bundles.set(name, known);
  return known;
}

async function bundleNow(name: BrowserApp): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(`browser/${name}.ts`, import.meta.url)), formats: ['es'] },
    },
  });
  const [first] = [result].flat();
  const chunk = first && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`The application ${name} could not be bundled.`);
  return chunk.code;
}
