// `npm run --silent torture [-- --kills N --seconds S --seed N]`: makes every fault, and prints one JSON document.
import { changeEntries, damageLog, damagePages, setClock } from './damage.ts';
import { figuresOf, isWell, type Figures, type Tally } from './figures.ts';
import { killAgainAndAgain } from './kills.ts';
import { carryLoad } from './load.ts';
import { fillCopyDisk, fillDisk, holdStore, lockStore } from './machine-faults.ts';
import { killWindows } from './window-kills.ts';

const USAGE = 'torture [--kills N] [--seconds S] [--seed N] [--short]';
const KILLS = 500;
const SECONDS = 600;
/** The kills may take so many milliseconds of every second asked for; the rest is for the other faults. */
const KILLS_SHARE = 750;
const WINDOWS = 4;

function say(line: string): void {
  process.stderr.write(`torture: ${line}\n`);
}

interface Wanted {
  readonly kills: number;
  readonly seconds: number;
  readonly seed: number;
  /** Without a window and without what needs a disk of its own. */
  readonly short: boolean;
}

function wantedOf(args: readonly string[]): Wanted | null {
  const wanted = { kills: KILLS, seconds: SECONDS, seed: 911, short: false };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at];
    if (name === '--short') {
      wanted.short = true;
      continue;
    }
    const value = Number(args[(at += 1)]);
    if (!Number.isInteger(value) || value < 1) return null;
    if (name === '--kills') wanted.kills = value;
    else if (name === '--seconds') wanted.seconds = value;
    else if (name === '--seed') wanted.seed = value;
    else return null;
  }
  return wanted;
}

async function main(args: readonly string[]): Promise<number> {
  const wanted = wantedOf(args);
  if (wanted === null) {
    say(USAGE);
    return 2;
  }
  const { kills, seconds, seed, short } = wanted;
  const began = performance.now();
  const until = began + seconds * (short ? 1000 : KILLS_SHARE);
  const asked = { program: process.argv[1] as string, seed, say, kills, untilMs: until };
  const times = short ? 3 : 20;
  const faults: readonly (readonly [string, () => Promise<Tally> | Tally])[] = [
    ['SIGKILL under load', () => killAgainAndAgain(asked)],
    ['store locked', () => lockStore(asked, times)],
    ['page damaged', () => damagePages(asked, times)],
    ['write-ahead log damaged', () => damageLog(asked, times)],
    ['journal entry changed', () => changeEntries(asked, times)],
    ['clock set', () => setClock(asked, times)],
    ...(short
      ? []
      : ([
          ['disk full', () => fillDisk(asked, times)],
          ['disk of the copies full', () => fillCopyDisk(asked, times)],
        ] as const)),
    ...(short ? [] : ([['window killed', () => killWindows(asked, WINDOWS)]] as const)),
  ];
  const results: Figures[] = [];
  for (const [fault, make] of faults) {
    say(`${fault} …`);
    results.push(figuresOf(await make()));
  }
  const well = results.every(isWell);
  const took = Math.round((performance.now() - began) / 1000);
  const document = { well, seconds: took, seed, short, faults: results };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  return well ? 0 : 1;
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--load') await carryLoad(rest[0] as string, Number(rest[1]), rest[2] as string);
else if (mode === '--hold') holdStore(rest[0] as string);
else process.exitCode = await main(process.argv.slice(2));
