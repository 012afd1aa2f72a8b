import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../../lib/browser/browser.ts';
import { connectBackground } from '../../lib/messaging/client.ts';
import type { Push } from '../../lib/messaging/protocol.ts';

/** A port as a page has it; the test says what comes on it. */
function fakePort() {
  const listeners = { message: (_: unknown): void => undefined, disconnect: (): void => undefined };
  return {
    sent: [] as unknown[],
    closed: false,
    onMessage: {
      addListener: (listener: (message: unknown) => void) => {
        listeners.message = listener;
      },
    },
    onDisconnect: {
      addListener: (listener: () => void) => {
        listeners.disconnect = listener;
      },
    },
    postMessage(message: unknown) {
      this.sent.push(message);
    },
    disconnect() {
      this.closed = true;
    },
    push: (push: Pick<Push, 'epoch' | 'sequence'>) => listeners.message(push),
    lose: () => listeners.disconnect(),
  };
}

describe('the port of a page', () => {
  let ports: ReturnType<typeof fakePort>[];

  beforeEach(() => {
    ports = [];
    vi.useFakeTimers();
    vi.spyOn(browser.runtime, 'connect').mockImplementation(() => {
      const port = fakePort();
      ports.push(port);
      return port as never;
    });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is opened again when it is lost, and asks for what came since', () => {
    const stop = connectBackground().subscribe(() => undefined);
    ports[0]?.push({ epoch: 'e1', sequence: 7 });
    ports[0]?.lose();
    vi.advanceTimersByTime(50);
    expect(ports.map(({ sent }) => sent)).toEqual([
      [{ kind: 'subscribe' }],
      [{ kind: 'subscribe', epoch: 'e1', after: 7 }],
    ]);
    stop();
  });

  it('is opened again when nothing comes on it, ever more patiently', () => {
    const stop = connectBackground().subscribe(() => undefined);
    vi.advanceTimersByTime(4_999);
    expect(ports.map(({ closed }) => closed)).toEqual([false]);
    vi.advanceTimersByTime(1);
    expect(ports.map(({ closed }) => closed)).toEqual([true, false]);
    vi.advanceTimersByTime(9_999);
    expect(ports).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(ports.map(({ closed }) => closed)).toEqual([true, true, false]);
    stop();
  });

  it('stays open once something came, and is not opened again by a page that left', () => {
    const stop = connectBackground().subscribe(() => undefined);
    ports[0]?.push({ epoch: 'e1', sequence: 1 });
    vi.advanceTimersByTime(120_000);
    expect(ports.map(({ closed }) => closed)).toEqual([false]);
    stop();
    ports[0]?.lose();
    vi.advanceTimersByTime(120_000);
    expect(ports).toHaveLength(1);
  });
});
