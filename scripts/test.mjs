import { mkdirSync } from 'node:fs';
import { setUpBrowsers } from './setup/browsers.mjs';
import { setUpPackages } from './setup/packages.mjs';
import { run } from './setup/run.mjs';
import { countStep, forgetReport } from './test/count.mjs';
import { PARTS, RESULTS, STEPS } from './test/steps.mjs';

const [part, ...rest] = process.argv.slice(2);

/** Runs every step and adds up what passed and failed. Arguments after the part go to its test runner. */
async function main() {
  if (part !== undefined && !Object.hasOwn(PARTS, part)) {
    console.error(
      `There is no part "${part}". Choose one of ${Object.keys(PARTS).join(', ')}, or none for all.`,
    );
    return { passed: 0, failed: 1 };
  }
  const browsers = part === undefined ? ['chromium', 'firefox'] : PARTS[part];
  if (!(await setUpPackages()) || !(await setUpBrowsers(browsers))) return { passed: 0, failed: 1 };

  mkdirSync(RESULTS, { recursive: true });
  const steps = STEPS.filter(({ parts }) => part === undefined || parts.includes(part));
  const lanes = groupByLane(steps);
  const built = await runLane(lanes.get('build') ?? [], false);
  const others = [...lanes].filter(([lane]) => lane !== 'build').map(([, lane]) => lane);
  const beside = await Promise.all(others.map((lane) => runLane(lane, others.length > 1)));
  const results = [...built, ...beside.flat()];

  console.log('');
  for (const { title, counts, seconds } of results) {
    const mark = counts.failed === 0 ? 'pass' : 'FAIL';
    console.log(
      `${mark}  ${title.padEnd(26)} ${`${counts.passed} passed, ${counts.failed} failed`.padEnd(24)} ${seconds} s`,
    );
  }
  for (const { counts } of results)
    for (const title of counts.triedAgain ?? [])
      console.log(`      passed only when it was tried again: ${title}`);
  return results.reduce(
    (sum, { counts }) => ({ passed: sum.passed + counts.passed, failed: sum.failed + counts.failed }),
    { passed: 0, failed: 0 },
  );
}

function groupByLane(steps) {
  const lanes = new Map();
  for (const step of steps) lanes.set(step.lane, [...(lanes.get(step.lane) ?? []), step]);
  return lanes;
}

/** Steps one after the other; what they print is kept together when other lanes print beside them. */
async function runLane(steps, collect) {
  const results = [];
  for (const step of steps) results.push(await runStep(step, collect));
  return results;
}

async function runStep({ title, command, args, timeout, report }, collect) {
  console.log(`\n── ${title}${collect ? ': started' : ''}`);
  forgetReport(report);
  const start = Date.now();
  const env = {
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
    ...(report && { PLAYWRIGHT_JSON_OUTPUT_FILE: report.file }),
  };
  const code = await run(command, report ? [...args, ...rest] : args, { env, timeout, collect });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const counts = countStep(report, code);
  console.log(`── ${title}: ${counts.failed === 0 ? 'passed' : 'failed'} in ${seconds} s`);
  return { title, counts, seconds };
}

const { passed, failed } = await main();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
