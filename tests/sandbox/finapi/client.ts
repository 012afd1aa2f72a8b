/** The client registered at finAPI: id and secret are those of finAPI's own sample request. */
export const FINAPI_CLIENT = {
  id: '8f92e604-b9b9-11ec-8422-0242ac120002',
  secret: '8f92ea14-b9b9-11ec-8422-0242ac120002',
} as const;

/** Whether id and secret belong together. */
export function isClient(id: unknown, secret: unknown): boolean {
  return id === FINAPI_CLIENT.id && secret === FINAPI_CLIENT.secret;
}
