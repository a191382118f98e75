import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// A shift played a thousand times leaves a thousand centers behind: they are made in here and go when the file is done.
const outer = process.env['TMPDIR'];
const folder = mkdtempSync(join(tmpdir(), 'caredesk-file-'));
process.env['TMPDIR'] = folder;

afterAll(() => {
  if (outer === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = outer;
  rmSync(folder, { recursive: true, force: true });
});
