import type { NextConfig } from 'next';

// This folder is the whole app, though the kit's repository lies around it.
export default { turbopack: { root: import.meta.dirname } } satisfies NextConfig;
