import type { Socket } from 'node:net';
import type { LineReport } from '../line-runner.ts';
import type { Desk } from '#main/desk/desk.ts';
import { readAliBytes } from '#main/desk/location/ali-layouts.ts';
import type { Delivery } from '#shared/delivery/delivery.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { aliFraming } from '#shared/location/ali-framing.ts';
import { charactersOf, type AliLayout } from '#shared/location/ali-layout.ts';

/** Framed in one turn of the event loop: the board is drawn in between, however much a peer sends. */
const PIECE = 4096;
/** Taken in one turn, in one durable batch. */
const BATCH = 8;
/** More than this from one peer is not read until some of it is done. */
const MOST_WAITING = 65_536;
/** A controller spills a few calls a second in the worst hour; what is faster is held back, and loses nothing. */
const RECORDS_PER_SECOND = 20;
/** So much that is no record is told as one refusal. */
const NOISE_TOLD = 2048;

export interface SpillMeans {
  readonly layout: AliLayout;
  /** The line, by its name. */
  readonly line: string;
  /** Where it comes from: an address. */
  readonly from: string;
  readonly desk: Pick<Desk, 'deliver'>;
  readonly report: LineReport;
  /** A clock that only goes on, in milliseconds. */
  readonly elapsed: () => number;
}

/** Takes the records of one connection as they come, a little at a time. */
export function readSpill(socket: Socket, means: SpillMeans): void {
  const { layout, report } = means;
  const framing = aliFraming(layout);
  const answer = charactersOf(layout.answer ?? '');
  const beat = charactersOf(layout.heartbeat?.answer ?? '');
  let waiting = '';
  let records: string[] = [];
  let noise = 0;
  let busy = false;
  let allowed = RECORDS_PER_SECOND;
  let counted = means.elapsed();

  socket.on('data', (bytes) => {
    waiting += bytes.toString('latin1');
    if (waiting.length > MOST_WAITING) socket.pause();
    next(0);
  });

  function next(wait: number): void {
    if (busy) return;
    busy = true;
    const go = () => {
      busy = false;
      if (!socket.destroyed) turn();
    };
    if (wait === 0) setImmediate(go);
    else setTimeout(go, wait);
  }

  function turn(): void {
    if (records.length === 0) frame();
    const batch = records.slice(0, Math.min(BATCH, grant()));
    records = records.slice(batch.length);
    if (batch.length > 0) take(batch);
    if (waiting.length <= MOST_WAITING / 2) socket.resume();
    if (records.length > 0) next(batch.length > 0 ? 0 : 1000 / RECORDS_PER_SECOND);
    else if (waiting !== '') next(0);
  }

  function frame(): void {
    const framed = framing.push(waiting.slice(0, PIECE));
    waiting = waiting.slice(PIECE);
    records = [...framed.records];
    noise += framed.skipped;
    if (framed.heartbeats > 0 && beat !== '') socket.write(beat);
    if (noise > NOISE_TOLD || (noise > 0 && records.length > 0)) {
      refused(noise, 'noise');
      noise = 0;
    }
  }

  /** How many records may be taken now. */
  function grant(): number {
    const now = means.elapsed();
    const more = ((now - counted) * RECORDS_PER_SECOND) / 1000;
    allowed = Math.min(RECORDS_PER_SECOND, allowed + more);
    counted = now;
    const whole = Math.min(Math.floor(allowed), Math.min(BATCH, records.length));
    allowed -= whole;
    return whole;
  }

  function take(batch: readonly string[]): void {
    const deliveries = batch.flatMap((record): Delivery[] => {
      const read = readAliBytes(record, layout);
      if (!isRefusal(read)) return [{ kind: 'ali', from: means.line, record: read }];
      refused(record.length, read.refused);
      return [];
    });
    if (deliveries.length === 0) return;
    const outcomes = means.desk.deliver(deliveries);
    for (const outcome of outcomes) {
      if (isRefusal(outcome)) {
        refused(null, outcome.refused);
        continue;
      }
      report.took(outcome.what);
      // Only what is on the disk is acknowledged: the controller sends again what is not.
      if (answer !== '') socket.write(answer);
    }
  }

  function refused(bytes: number | null, reason: string): void {
    report.refused({ from: means.from, bytes, reason });
  }
}
