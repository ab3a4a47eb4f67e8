import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [index('routes/licenses.tsx'), route('api/truto/*', 'routes/truto.ts')] satisfies RouteConfig;
