import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Catalogue } from '../../lib/providers/catalogue.ts';
import type { Services } from '../../lib/state/app/services.ts';

/** Carries the services of the page to every component; an entrypoint provides it. */
export const ServicesContext = createContext<Services | undefined>(undefined);

/** The services of the page. Throws outside of {@link ServicesContext}: that is a mistake of ours, not of the user. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('This component needs a ServicesContext around it.');
  return services;
}

/** The profiles that are known now. What uses it is drawn again when they change. */
export function useCatalogue(): Catalogue {
  return useServices().profiles.catalogue.value;
}
