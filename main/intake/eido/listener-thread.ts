import { parentPort, workerData } from 'node:worker_threads';
import { DocumentIntake } from './document-intake.ts';
import { DocumentQueue } from './document-queue.ts';
import { openServer } from './eido-server.ts';
import { Refusals } from './refusals.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';

/**
 * The listener in a thread of its own: whatever is sent here, however slowly, however much, the desk only ever
 * sees documents that were read and checked, a batch at a time.
 */
async function run(): Promise<void> {
  const desk = parentPort;
  if (desk === null) throw new Error('The listener runs in a thread of the console.');
  const { setting } = workerData as ThreadStart;
  const tell = (message: FromThread): void => desk.postMessage(message);
  const queue = new DocumentQueue((batch) => tell({ kind: 'documents', ...batch }));
  const refusals = new Refusals(tell);
  try {
    const server = await openServer(new DocumentIntake(setting, queue, refusals), refusals);
    desk.on('message', (message: ToThread) => {
      if (message.kind === 'outcomes')
        return queue.settle(message.batch, message.outcomes, message.ms);
      void server.close().then(() => {
        refusals.flush();
        desk.close();
      });
    });
    tell({ kind: 'listening', at: server.at });
  } catch (error) {
    tell({ kind: 'failed', because: error instanceof Error ? error.message : String(error) });
    desk.close();
  }
}

void run();
