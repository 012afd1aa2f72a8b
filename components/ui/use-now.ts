import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';

/** The time, looked at again every so many milliseconds. */
export function useNow(interval: number): number {
  const services = useServices();
  const [now, setNow] = useState(() => services.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(services.now()), interval);
    return () => clearInterval(timer);
  }, [services, interval]);
  return now;
}
