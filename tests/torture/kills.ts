import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance, tallyOf, type Tally } from './figures.ts';
import type { Said } from './load.ts';
import { Outside } from './outside.ts';
import { centerAtWork } from '../support/desk-at-work.ts';

/** A fresh center so often, so that every journal can be compared as a whole. */
const KILLS_A_CENTER = 50;
/** Rebuilding every board takes longer than a kill. */
const WHOLE_EVERY = 25;
/** A desk is killed after at most so many acknowledgements, and a chance moment more. */
const MOST_SAID = 80;
const MOMENT_MS = 12;
const ROWS = 4_000;

export interface Asked {
  readonly kills: number;
  /** Stops before the number is reached. */
  readonly untilMs: number;
  readonly seed: number;
  /** This program, which carries the load when it is told to. */
  readonly program: string;
  readonly say: (line: string) => void;
}

/** Kills a working desk at random moments, restarts it, and compares it with what was acknowledged outside. */
export async function killAgainAndAgain(asked: Asked): Promise<Tally> {
  const tally = tallyOf('SIGKILL under load');
  const next = chance(asked.seed);
  const work = mkdtempSync(join(tmpdir(), 'caredesk-torture-'));
  mkdirSync(join(work, 'template'));
  const template = centerAtWork(join(work, 'template'));
  template.desk.close();
  const file = join(work, 'calls.csv');
  writeFileSync(file, callsOf(ROWS));
  const firstMs: number[] = [];
  const lastMs: number[] = [];
  try {
    while (tally.runs < asked.kills && performance.now() < asked.untilMs) {
      const folder = join(work, `center-${tally.runs}`);
      cpSync(join(work, 'template'), folder, { recursive: true });
      const outside = new Outside();
      for (let kill = 1; kill <= KILLS_A_CENTER && tally.runs < asked.kills; kill += 1) {
        const seed = asked.seed + tally.runs;
        // One in ten while the desk is still being opened.
        const opening = next() < 0.1;
        await killedOnce(asked.program, [folder, String(seed), file], outside, {
          opening,
          afterMs: next() * (opening ? 250 : MOMENT_MS),
          afterSaid: 1 + Math.floor(next() * MOST_SAID),
        });
        tally.runs += 1;
        const last = kill === KILLS_A_CENTER || tally.runs === asked.kills;
        const start = new Date(Date.UTC(2026, 2, 3, 18) + seed * 1_000).toISOString();
        const found = outside.compare(folder, start, last || kill % WHOLE_EVERY === 0);
        tally.ms.push(found.ms);
        (kill <= 10 ? firstMs : kill > KILLS_A_CENTER - 10 ? lastMs : []).push(found.ms);
        tally.lost += found.lost;
        tally.halfApplied += found.halfApplied;
        tally.recovered += found.wrong.length === 0 ? 1 : 0;
        for (const wrong of found.wrong) note(tally, `kill ${tally.runs}: ${wrong}`);
        if (performance.now() >= asked.untilMs) break;
      }
      tally.acknowledged += outside.acknowledged;
      rmSync(folder, { recursive: true, force: true });
      asked.say(`${tally.runs} kills, ${tally.acknowledged} acknowledged, ${tally.lost} lost`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  if (tally.runs < asked.kills)
    note(tally, `the time was over after ${tally.runs} of ${asked.kills} kills`);
  if (lastMs.length > 0)
    note(
      tally,
      `board after a restart: ${mean(firstMs)} ms in the first ten kills of a center, ${mean(lastMs)} ms in its last ten`,
    );
  return tally;
}

interface When {
  readonly opening: boolean;
  readonly afterSaid: number;
  readonly afterMs: number;
}

/** One desk from its start to its kill; everything it acknowledged is told to `outside`. */
export async function killedOnce(
  program: string,
  args: readonly string[],
  outside: Outside,
  { opening, afterSaid, afterMs }: When,
): Promise<void> {
  const child = spawn(process.execPath, [program, '--load', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let wrong = '';
  let asked = false;
  const kill = () => setTimeout(() => child.kill('SIGKILL'), afterMs);
  if (opening) kill();
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (asked || opening || said.split('\n').length <= afterSaid) return;
    asked = true;
    kill();
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The load ended by itself: ${wrong}`);
  // The last line may have been cut by the kill: only a whole one is an acknowledgement.
  for (const line of said.split('\n').slice(0, -1)) outside.hear(JSON.parse(line) as Said);
}

function callsOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `${at},2031-05-06 10:00,KIND ${at % 3}`);
  return `No,Call,Kind\n${lines.join('\n')}\n`;
}

export function note(tally: Tally, line: string): void {
  if (tally.notes.length < 20) tally.notes.push(line);
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length));
}
