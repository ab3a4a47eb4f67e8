// oxlint-disable typescript/consistent-type-imports -- an ambient module can import in no other way
/** The kit as a second copy, as where two versions of it are installed: see `secondCopy`. */
declare module '*/src/index.ts?second' {
  const kit: typeof import('../../src/index.ts');
  export = kit;
}
declare module '*/src/client/index.ts?second' {
  const client: typeof import('../../src/client/index.ts');
  export = client;
}
