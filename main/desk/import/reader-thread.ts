import { parentPort, workerData } from 'node:worker_threads';
import { defectOf } from '../defect.ts';
import { CallTypeLookup } from './call-type-lookup.ts';
import { carried } from './carried-batch.ts';
import { pseudonymsOf, vocabularyIn } from './center-words.ts';
import { reopened } from './open-export.ts';
import { PersonSalt } from './person-salt.ts';
import type { FromReader, ReaderStart } from './reader-messages.ts';
import { rowBatches, type RowBatch } from './row-batches.ts';
import { rowReading } from './row-reading.ts';
import { UnusableFile } from './unusable-file.ts';

/**
 * Reads the rows of an export in a thread of its own, a batch each time it is asked: the desk decides and writes
 * meanwhile, and nothing is read further ahead of it than it asks for.
 */
function run(): void {
  const desk = parentPort;
  if (desk === null) throw new Error('The reader runs in a thread of the desk.');
  const tell = (message: FromReader): void => desk.postMessage(message);
  const batches = read(workerData as ReaderStart);
  desk.on('message', () => {
    batches.next().then(
      ({ value }) => {
        if (value !== undefined) tell({ batch: carried(value) });
      },
      (error: unknown) => tell(failure(error)),
    );
  });
}

async function* read(given: ReaderStart): AsyncGenerator<RowBatch, undefined> {
  const salt = given.salt === null ? null : PersonSalt.holding(given.salt);
  const from = await reopened(given.from);
  const reading = rowReading(from, {
    lookup: new CallTypeLookup(given.callTypes),
    words: {
      ...vocabularyIn(given.policy, given.zone),
      areaAt: () => {
        throw new Error('Where a point lies is asked of the map, which only the desk holds.');
      },
      pseudonym: pseudonymsOf(salt),
    },
    salt,
  });
  yield* rowBatches(from, reading, given.start, { rows: given.rows, ms: Infinity });
}

function failure(error: unknown): FromReader {
  if (error instanceof UnusableFile) {
    const { file, line, message, remedy } = error;
    return { unusable: { file, line, why: message, remedy } };
  }
  return { failed: defectOf(error) };
}

run();
