/** What the command line of the bench says. */
export interface BenchOptions {
  /** The one group that is measured; all of them when absent. */
  readonly only?: string;
  /** Rounds of the redirects. */
  readonly rounds?: number;
  /** Flows of the long session. */
  readonly flows?: number;
  /** Folders of unpacked extensions, each perhaps with a page of it after `#`. */
  readonly otherExtensions: readonly string[];
}

/** Reads `--only=GROUP`, `--rounds=N` and folders. Throws for what is none of these. */
export function readOptions(args: readonly string[]): BenchOptions {
  const options: { only?: string; rounds?: number; flows?: number } = {};
  const otherExtensions: string[] = [];
  for (const argument of args) {
    const [, name, value = ''] = /^--([a-z]+)=(.+)$/.exec(argument) ?? [];
    if (name === 'only') options.only = value;
    else if (name === 'rounds' && Number(value) >= 1) options.rounds = Math.floor(Number(value));
    else if (name === 'flows' && Number(value) >= 1) options.flows = Math.floor(Number(value));
    else if (argument.startsWith('--')) throw new Error(`${argument} is no option of the bench.`);
    else otherExtensions.push(argument);
  }
  return { ...options, otherExtensions };
}
