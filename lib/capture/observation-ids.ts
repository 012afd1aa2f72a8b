import { type EventMetadata, isMoment } from '../observe/event-metadata.ts';
import { createSteadyClock } from './steady-clock.ts';

/**
 * Makes observation keys that sort by time, then by arrival, and that two lives of the background never share.
 * @param epoch a text unique to this life of the background
 */
export function createMetadata(epoch: string): (at: number) => EventMetadata {
  const steady = createSteadyClock();
  let count = 0;
  return (at) => {
    const time = Math.floor(steady(isMoment(at) ? at : Date.now()));
    count += 1;
    return { at: time, id: `${String(time).padStart(14, '0')}-${String(count).padStart(7, '0')}-${epoch}` };
  };
}
