import { vi } from 'vitest';

/** Milliseconds that a condition may take on a busy machine; a second is the default. */
const WAIT = 20_000;

const waitFor = vi.waitFor;
vi.waitFor = (callback, options = { timeout: WAIT }) => waitFor(callback, options);
