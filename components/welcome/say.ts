/** A message in the reader's language, with values in the places that it leaves for them. */
export type Say = (name: string, ...values: string[]) => string;
