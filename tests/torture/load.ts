import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { chance } from './figures.ts';
import type { DeskAtWork } from '../support/desk-at-work.ts';
import { openAtWork } from '../support/desk-at-work.ts';
import { eidoText } from '../support/eido-examples.ts';
import { eidoDesk } from '../support/eido-desk.ts';
import { INVENTED_MAPPING } from '../support/import-examples.ts';
import { play, type Act, type Step } from '../support/random-shift.ts';
import { statement } from '#db/open-database.ts';

/** What the load says, one line each. Only a whole line counts: the last one may have been cut by the kill. */
export type Said =
  | { readonly ready: number }
  | { readonly tries: string; readonly text: string }
  | { readonly keeps: string; readonly text: string }
  | { readonly did: string; readonly seq: number; readonly hash: string };

const ACTS: readonly Act[] = [
  ...(['open', 'open', 'open', 'receive', 'answer', 'clear', 'clear', 'yes', 'fact'] as const),
  ...(['accept', 'accept', 'override', 'assign', 'assign', 'status', 'status', 'hold'] as const),
  ...(['talk', 'resolve', 'upgrade', 'close', 'note', 'clinical', 'place', 'pass'] as const),
  ...(['past-call', 'promise', 'take', 'call-type', 'undo', 'stack'] as const),
];

function say(said: Said): void {
  // At once and not through a buffer: an acknowledgement must not outrun its commit.
  writeSync(1, `${JSON.stringify(said)}\n`);
}

/** Works at a desk as fast as it can, with an import beside it, until somebody kills it. */
export async function carryLoad(folder: string, seed: number, file: string): Promise<never> {
  const began = performance.now();
  const start = new Date(Date.UTC(2026, 2, 3, 18) + seed * 1_000).toISOString();
  const atWork = openAtWork(folder, start, undefined, randomUUID);
  atWork.do(atWork.as('Dana'), 'board.snapshot', {});
  say({ ready: performance.now() - began });
  const next = chance(seed);
  const number = () => Math.floor(next() * 1000);
  void atWork.desk.imports.takeFile({
    path: file,
    mapping: INVENTED_MAPPING,
    by: atWork.idOf('Ada'),
  });
  for (let turn = 0; ; turn += 1) {
    const kind = next();
    if (kind < 0.12) draft(atWork, turn, number());
    else if (kind < 0.2) deliver(atWork, number());
    else act(atWork, [ACTS[number() % ACTS.length] as Act, number(), number(), number()]);
    // The import gets its turns, as beside a window.
    if (turn % 4 === 0) await new Promise((done) => setImmediate(done));
  }
}

function act(atWork: DeskAtWork, step: Step): void {
  const played = play(atWork, step);
  if (played?.reply.ok === true) did(atWork, played.topic);
}

function did(atWork: DeskAtWork, topic: string): void {
  const row = statement(
    atWork.desk.db,
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  ).get() as { seq: number; hash: Buffer };
  say({ did: topic, seq: row.seq, hash: row.hash.toString('hex') });
}

function draft(atWork: DeskAtWork, turn: number, number: number): void {
  const field = `field-${number % 7}`;
  const text = `He said ${turn} ${'x'.repeat(number)}`;
  say({ tries: field, text });
  atWork.pass(1 / 600);
  const typed = { subject: 'call/load', field, text, over: null };
  const typist = atWork.idOf('Dana');
  const typedAt = atWork.now().toISOString();
  atWork.do(atWork.as('Dana'), 'draft.save', { ...typed, typist, typedAt });
  say({ keeps: field, text });
}

function deliver(atWork: DeskAtWork, number: number): void {
  const id = `urn:emergency:uid:incidentid:${number}:riverside.example`;
  const [outcome] = eidoDesk(atWork).deliver(eidoText({ incidentTrackingIdentifier: id }));
  if (outcome !== undefined && 'ok' in outcome) did(atWork, 'deliver');
}
