/** finAPI, Getting Started, Use Case 1: the body that creates a process. */
export const PROCESS_BODY = {
  clientId: '8f92e604-b9b9-11ec-8422-0242ac120002',
  clientSecret: '8f92ea14-b9b9-11ec-8422-0242ac120002',
  clientReferences: [{ clientReference: '<customer-reference>' }],
  processId: 'USER_ONLY',
} as const;

/** finAPI, Getting Started, Use Case 1: the answer with the process token. */
export const PROCESS_ANSWER = {
  processes: [
    { clientReference: '<customer-reference>', processToken: '8f92ec58-b9b9-11ec-8422-0242ac120002' },
  ],
} as const;

/** finAPI, Getting Started, Use Case 1: the answer with the user's token. */
export const PROCESS_TOKEN_ANSWER = { accessToken: '89e3b64c-b9ba-11ec-8422-0242ac120002' } as const;
