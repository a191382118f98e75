import { Worker } from 'node:worker_threads';
import { broughtBack } from './carried-batch.ts';
import type { OpenExport } from './open-export.ts';
import { NEXT, type FromReader, type ReaderStart } from './reader-messages.ts';
import type { FilePlace } from './record-frames.ts';
import type { RowBatch } from './row-batches.ts';
import type { ImportMeans } from './row-reading.ts';
import { UnusableFile } from './unusable-file.ts';

/** Batches that are read ahead: one is being written, one lies ready. */
const AHEAD = 2;

/** Whether a thread can read it: the map that says where a point lies is the desk's own. */
export function canBeReadBeside({ mapping }: OpenExport): boolean {
  return mapping.area?.from !== 'place';
}

/** The same as `rowBatches`, read in a thread of `threadFile`, which ends with the last batch or when nobody asks on. */
export async function* rowsReadBeside(
  threadFile: string,
  { file, mapping, layout, hasHeader, how }: OpenExport,
  { lookup, words, salt }: ImportMeans,
  start: FilePlace | null,
  rows: number,
): AsyncGenerator<RowBatch> {
  const { version, patterns, reviewed, types } = lookup.map;
  const workerData: ReaderStart = {
    from: { file, mapping, layout, hasHeader, how },
    start,
    rows,
    callTypes: { version, patterns, reviewed, types },
    policy: words.policy,
    zone: words.zone,
    salt: salt?.secret ?? null,
  };
  const thread = new Worker(threadFile, { workerData, env: {} });
  const answers = answersOf(thread);
  try {
    for (let asked = 0; asked < AHEAD; asked += 1) thread.postMessage(NEXT);
    for (;;) {
      const batch = broughtBack(batchIn(await answers.next()));
      thread.postMessage(NEXT);
      yield batch;
      if (batch.isLast) return;
    }
  } finally {
    await thread.terminate();
  }
}

/** @throws what the thread could not read the file for. */
function batchIn(message: FromReader): string {
  if ('batch' in message) return message.batch;
  if ('failed' in message) throw new Error(message.failed);
  const { file, line, why, remedy } = message.unusable;
  throw new UnusableFile(file, line, why, remedy);
}

/** What the thread says, in order, each when it is asked for. */
function answersOf(thread: Worker): { next(): Promise<FromReader> } {
  const said: FromReader[] = [];
  let wake = () => {};
  let broken: Error | null = null;
  thread.on('message', (message: FromReader) => {
    said.push(message);
    wake();
  });
  thread.on('error', (error) => {
    broken = error;
    wake();
  });
  thread.on('exit', () => {
    broken ??= new Error('The thread that read the export has ended.');
    wake();
  });
  return {
    async next() {
      for (;;) {
        const first = said.shift();
        if (first !== undefined) return first;
        if (broken !== null) throw broken;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
