import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { centerAtWork, openAtWork } from '../support/desk-at-work.ts';
import { ROOT } from '../support/source-modules.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';

let bundle: string;

// Node 20 cannot run our sources, and the bundle has to stand where the native package is found.
beforeAll(async () => {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'killed-commit-'));
  const { NODE_ENV } = process.env;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, '../support/committing-desk.ts'),
      target: 'node20.18',
      outDir: bundle,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'desk.mjs' } },
    },
  });
  // The build leaves NODE_ENV at "production" for whoever runs after it.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = NODE_ENV;
});

afterAll(() => rmSync(bundle, { recursive: true, force: true }));

/** Kills the child a chance moment after it acknowledged so many commits; answers what it said. */
async function killedAfter(folder: string, operatorId: string, commits: number): Promise<number[]> {
  const child = spawn(process.execPath, [join(bundle, 'desk.mjs'), folder, operatorId], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let wrong = '';
  let asked = false;
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (asked || said.split('\n').length <= commits) return;
    asked = true;
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 8);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal, wrong).toBe('SIGKILL');
  // The last line may have been cut by the kill: only a whole line is an acknowledgement.
  return said.split('\n').slice(0, -1).map(Number);
}

test.each([1, 2, 7, 40, 90])(
  'killed during the commits after number %i, the desk lost nothing it had acknowledged',
  async (commits) => {
    const atWork = centerAtWork();
    const before = atWork.desk.journal.head();
    const dana = atWork.idOf('Dana');
    atWork.desk.close();
    const acknowledged = await killedAfter(atWork.folder, dana, commits);
    expect(acknowledged.length).toBeGreaterThanOrEqual(commits);

    const again = openAtWork(atWork.folder);
    const written = [...again.desk.journal.entriesAfter(0)].map((entry) => entry.seq);
    expect(written.at(-1)).toBeGreaterThanOrEqual(acknowledged.at(-1)!);
    expect(written).toEqual(written.map((_, index) => index + 1));
    expect(acknowledged.filter((seq) => seq <= before || !written.includes(seq))).toEqual([]);
    expect(verifyChain(again.desk.db)).toEqual({
      events: written.length,
      chain: 'intact',
      kept: 'intact',
    });
    expect(auditBoard(again.desk.db).equal).toBe(true);
    // Commands are whole or not there: no answered call without its incident.
    const entries = [...again.desk.journal.entriesAfter(0)].map(({ event }) => event.type);
    const count = (type: string) => entries.filter((each) => each === type).length;
    expect(count('call.answered')).toBe(count('incident.opened'));
    again.desk.close();
  },
);
