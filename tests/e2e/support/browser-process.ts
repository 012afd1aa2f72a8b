import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes whose command line names this profile folder; the first is the browser itself. */
export function processesOf(profile: string): readonly number[] {
  const wanted = `--user-data-dir=${profile}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(wanted))
    .map(Number)
    .sort((a, b) => a - b);
}

function commandLine(id: string): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    // It ended meanwhile.
    return [];
  }
}
