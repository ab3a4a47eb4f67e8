import { join } from 'node:path';

// The kit's source lies above this app.
export default { turbopack: { root: join(import.meta.dirname, '../../..') } };
