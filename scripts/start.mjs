// `npm start`: Storybook on http://localhost:6006, or on PORT.
import { spawn } from 'node:child_process';
import process from 'node:process';

const port = process.env.PORT ?? '6006';
const storybook = spawn(
  `storybook dev --port ${Number.parseInt(port, 10)} --exact-port --host localhost --ci --no-version-updates`,
  { stdio: 'inherit', shell: true },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => storybook.kill('SIGTERM'));
storybook.on('exit', (code) => process.exit(code ?? 0));
