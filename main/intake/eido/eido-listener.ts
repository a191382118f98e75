import { Worker } from 'node:worker_threads';
import { AttemptsWatch } from './attempts-watch.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';
import type { LineRunner, LineToRun, RunningLine } from '../line-runner.ts';
import type { Acknowledged } from '#shared/delivery/delivery.ts';
import type { EidoListenerSetting } from '#shared/intake-line/line-setting.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';

const AGAIN_MS = 30_000;
const ENDING_MS = 3_000;

/** What senders can make the thread hold is bounded; should it not be, the thread ends and not the console. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

const NOT_WRITTEN = refuse(
  'not-written',
  'The desk could not write it down. Nothing was taken. Look at the console.',
);

/** Runs EIDO listeners, each in a thread from `threadFile`. */
export function eidoListener(threadFile: string): LineRunner<EidoListenerSetting> {
  return (run) => new EidoListener(run, threadFile);
}

type DocumentBatch = Extract<FromThread, { kind: 'documents' }>;

class EidoListener implements RunningLine {
  readonly #run: LineToRun<EidoListenerSetting>;
  readonly #threadFile: string;
  readonly #attempts: AttemptsWatch;
  #thread: Worker;
  #ended: Promise<void> = Promise.resolve();
  #again: NodeJS.Timeout | null = null;
  /** Batches that wait for their turn, which is when everybody else has had theirs. */
  readonly #batches: DocumentBatch[] = [];
  #stopped = false;

  constructor(run: LineToRun<EidoListenerSetting>, threadFile: string) {
    this.#run = run;
    this.#threadFile = threadFile;
    this.#attempts = new AttemptsWatch(run.desk, run.line.lineId);
    this.#thread = this.#start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#attempts.stop();
    if (this.#again !== null) clearTimeout(this.#again);
    this.#tell({ kind: 'stop' });
    const late = setTimeout(() => void this.#thread.terminate(), ENDING_MS);
    await this.#ended;
    clearTimeout(late);
  }

  #start(): Worker {
    this.#again = null;
    const workerData: ThreadStart = { setting: this.#run.setting };
    // Nothing of the console's environment is the listener's business.
    const thread = new Worker(this.#threadFile, { workerData, env: {}, resourceLimits: MEMORY });
    let why = 'The listener has stopped by itself.';
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'failed') why = message.because;
      else if (!this.#stopped) this.#hear(message);
    });
    thread.on('error', () => {
      why =
        'The listener has broken down. It is started again by itself; tell whoever keeps CareDesk if that goes on.';
    });
    this.#ended = new Promise((resolve) => {
      thread.once('exit', () => {
        resolve();
        if (!this.#stopped) this.#startAgain(why);
      });
    });
    return thread;
  }

  #startAgain(why: string): void {
    this.#run.report.failed(why, new Date(this.#run.desk.now().getTime() + AGAIN_MS));
    this.#again = setTimeout(() => {
      this.#thread = this.#start();
    }, AGAIN_MS).unref();
  }

  #hear(message: Exclude<FromThread, { kind: 'failed' }>): void {
    const { report } = this.#run;
    switch (message.kind) {
      case 'listening':
        return report.taking(message.at);
      case 'documents':
        this.#batches.push(message);
        if (this.#batches.length === 1) setImmediate(this.#deliverNext);
        return;
      case 'refused':
        for (const refused of message.last) report.refused(refused);
        report.refusedUnnamed(message.count - message.last.length);
        return this.#attempts.add(message.attempts);
    }
  }

  /** One batch and no more: whoever presses a key meanwhile comes before the next. */
  readonly #deliverNext = (): void => {
    const [batch] = this.#batches;
    if (batch === undefined || this.#stopped) return;
    this.#deliver(batch);
    this.#batches.shift();
    if (this.#batches.length > 0) setImmediate(this.#deliverNext);
  };

  #deliver({ batch, documents, from }: DocumentBatch): void {
    const began = performance.now();
    const outcomes = this.#outcomesOf(documents);
    const ms = performance.now() - began;
    outcomes.forEach((outcome, at) => {
      if (!isRefusal(outcome)) return this.#run.report.took(outcome.what);
      const bytes = documents[at]?.text.length ?? null;
      this.#run.report.refused({ from: from[at] ?? '', bytes, reason: outcome.refused });
    });
    this.#tell({ kind: 'outcomes', batch, outcomes, ms });
  }

  #outcomesOf(documents: DocumentBatch['documents']): readonly Acknowledged[] {
    const { desk, line } = this.#run;
    try {
      return desk.deliver(
        documents.map((document) => ({ kind: 'eido', from: line.name, document })),
      );
    } catch {
      // A full disk, as a rule. What is not written is not acknowledged, and comes again.
      return documents.map(() => NOT_WRITTEN);
    }
  }

  #tell(message: ToThread): void {
    this.#thread.postMessage(message);
  }
}
