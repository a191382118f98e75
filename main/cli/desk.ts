import { join } from 'node:path';
import { run } from './run.ts';

// What it writes is nobody else's on this PC.
process.umask(0o077);

// A reader that stops early (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// npm starts scripts in the project's folder; the paths were typed in the folder npm was started in.
const typedIn = process.env['npm_lifecycle_event'] === 'desk' ? process.env['INIT_CWD'] : undefined;

// The code is set, not exited with: what stands in the pipe is still to be written.
process.exitCode = await run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  cwd: typedIn ?? process.cwd(),
  outFolder: join(import.meta.dirname, '..'),
});
