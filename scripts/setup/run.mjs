import { spawn } from 'node:child_process';

/**
 * Runs a command in its own process group and shows what it prints: at once, or whole at its end when `collect` is
 * true. Gives its exit code; 1 when it could not be started, was ended by a signal or took longer than `timeout`
 * milliseconds.
 */
export function run(command, args, { env = {}, timeout, collect = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      detached: true,
      env: { ...process.env, ...env },
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    const stop = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The whole group has ended already.
      }
    };
    const interrupt = () => stop('SIGINT');
    const terminate = () => stop('SIGTERM');
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', terminate);
    const timer =
      timeout &&
      setTimeout(() => {
        console.error(
          `${command} was still running after ${Math.round(timeout / 1000)} s and is being stopped.`,
        );
        stop('SIGKILL');
      }, timeout);
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', terminate);
      if (printed.length > 0) process.stdout.write(Buffer.concat(printed));
      resolve(code ?? 1);
    };
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      finish(1);
    });
    child.once(collect ? 'close' : 'exit', finish);
  });
}

/** Path of a program that a package in node_modules brings along. */
export const bin = (name) => `node_modules/.bin/${name}`;
