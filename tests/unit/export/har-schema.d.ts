/** JSON Schemas of HAR 1.2, by name. */
declare module 'har-schema' {
  const schemas: Readonly<Record<string, object>>;
  export default schemas;
}
