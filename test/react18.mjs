// Lets Node itself load React 18 under React's name. The Vite alias reaches only what Vite transforms, and in the
// Node and jsdom projects React DOM, Radix and Testing Library are loaded by Node.
import Module, { register } from 'node:module';

/** @param {string} specifier */
const swap = (specifier) => specifier.replace(/^(react-dom|react)(?=$|\/)/, (name) => `${name}18`);

if ('registerHooks' in Module && typeof Module.registerHooks === 'function') {
  Module.registerHooks({
    /** @type {(specifier: string, context: object, next: Function) => unknown} */
    resolve: (specifier, context, next) => next(swap(specifier), context),
  });
} else {
  // Node 20 has no synchronous hooks: CommonJS and ES modules are caught separately.
  const original = Reflect.get(Module, '_resolveFilename');
  /** @type {(specifier: string, ...rest: unknown[]) => unknown} */
  const resolve = (specifier, ...rest) => Reflect.apply(original, Module, [swap(specifier), ...rest]);
  Reflect.set(Module, '_resolveFilename', resolve);
  register(
    `data:text/javascript,${encodeURIComponent(
      `const swap = ${String(swap)}; export const resolve = (specifier, context, next) => next(swap(specifier), context);`,
    )}`,
  );
}
