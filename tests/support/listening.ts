import { createHash } from 'node:crypto';
import { freePort, TOKEN } from './sent-documents.ts';
import { DocumentIntake } from '#main/intake/eido/document-intake.ts';
import { DocumentQueue } from '#main/intake/eido/document-queue.ts';
import { openServer } from '#main/intake/eido/eido-server.ts';
import { Refusals } from '#main/intake/eido/refusals.ts';
import type { AttemptsThere, RefusedThere } from '#main/intake/eido/thread-messages.ts';
import type { Desk } from '#main/desk/desk.ts';
import { USUAL_LIMITS, type EidoListenerSetting } from '#shared/intake-line/line-setting.ts';

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export async function listenerSetting(
  changes: Partial<EidoListenerSetting> = {},
): Promise<EidoListenerSetting> {
  return {
    kind: 'eido-listener',
    address: '127.0.0.1',
    port: await freePort(),
    tls: null,
    access: { by: 'token', tokenHash: hashOf(TOKEN) },
    limits: USUAL_LIMITS,
    ...changes,
  };
}

export interface Listening {
  readonly setting: EidoListenerSetting;
  readonly refused: RefusedThere[];
  readonly attempts: AttemptsThere[];
  /** So many batches the desk was given. */
  readonly batches: number[];
  flush(): void;
  close(): Promise<void>;
}

/** The server of a listener without its thread: the desk takes what it reads, unless `hold` is set. */
export async function listening(
  desk: Desk,
  changes: Partial<EidoListenerSetting> = {},
  { hold = false } = {},
): Promise<Listening> {
  const setting = await listenerSetting(changes);
  const refused: RefusedThere[] = [];
  const attempts: AttemptsThere[] = [];
  const batches: number[] = [];
  const refusals = new Refusals((message) => {
    if (message.kind !== 'refused') return;
    refused.push(...message.last);
    if (message.attempts.count > 0) attempts.push(message.attempts);
  });
  const queue = new DocumentQueue(({ batch, documents }) => {
    batches.push(documents.length);
    if (hold) return;
    const deliveries = documents.map(
      (document) => ({ kind: 'eido', from: 'x', document }) as const,
    );
    // As long as a thread away.
    setTimeout(() => {
      if (desk.db.open) queue.settle(batch, desk.deliver(deliveries), 1);
    }, 3);
  });
  const server = await openServer(new DocumentIntake(setting, queue, refusals), refusals);
  return {
    setting,
    refused,
    attempts,
    batches,
    flush: () => refusals.flush(),
    close: () => server.close(),
  };
}
