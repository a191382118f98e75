import type { PastCall, PastCourse } from '#shared/call/past-call.ts';
import type { PersonId } from '#shared/lib/brand.ts';
import type { Level } from '#shared/routing/level.ts';
import { drawExponential, seeded, type Draw } from '#shared/statistics/seeded.ts';

/** Areas with how many of the calls come from them, and how likely a team is free there. */
const AREAS = [
  { id: 'humboldt-park', weight: 9, free: 0.62 },
  { id: 'uptown', weight: 8, free: 0.66 },
  { id: 'auburn-gresham', weight: 6, free: 0.41 },
  { id: 'west-garfield-park', weight: 5, free: 0.44 },
  { id: 'lakeview', weight: 4, free: 0.7 },
  { id: 'chatham', weight: 3, free: 0.4 },
  { id: 'west-lawn', weight: 1, free: 0.35 },
  { id: null, weight: 1, free: 0 },
] as const;

const TYPES = [
  { code: 'MHDIST', weight: 8 },
  { code: 'WELBNG', weight: 5 },
  { code: 'SUITHR', weight: 4 },
  { code: 'DISTUR', weight: 3 },
  { code: 'INTOX', weight: 2 },
] as const;

const LANGUAGES = [
  { id: 'en', weight: 12 },
  { id: 'es', weight: 4 },
  { id: 'pl', weight: 1 },
] as const;

export interface Invented {
  readonly calls: number;
  readonly seed: number;
  /** ISO dates of the center, both with calls. */
  readonly from: string;
  readonly to: string;
}

/**
 * Calls of an invented center whose export tells how they went on. The same seed makes the same calls; more
 * come in the evening, fewer teams are free at night, and some things are not known of some of them.
 */
export function* inventedCalls({ calls, seed, from, to }: Invented): Generator<PastCall> {
  const draw = seeded(seed);
  const begin = Date.parse(`${from}T00:00:00Z`);
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - begin) / 86_400_000) + 1;
  for (let n = 1; n <= calls; n += 1) {
    const day = Math.floor(draw() * days);
    const hour = hourOf(draw);
    const second = Math.floor(draw() * 3600);
    const at = new Date(begin + day * 86_400_000 + (hour * 3600 + second) * 1000);
    const receivedLocal = at.toISOString().slice(0, 19);
    const { code } = oneOf(draw, TYPES);
    yield {
      key: `invented/${seed}/${n}`,
      preset: 'invented',
      recordNumber: `I-${String(n).padStart(7, '0')}`,
      receivedLocal,
      closedLocal: null,
      rawType: `INVENTED ${code}`,
      callType: code,
      priority: null,
      address: null,
      latitude: null,
      longitude: null,
      agency: null,
      disposition: null,
      rowHash: `invented ${seed} ${n}`,
      course: courseOf(draw, hour),
    };
  }
}

/** More towards the evening, as calls about a crisis come. */
function hourOf(draw: Draw): number {
  const hour = Math.floor(draw() * 24);
  return draw() < 0.45 ? 14 + Math.floor(draw() * 9) : hour;
}

/** What the dice say of a call before anybody decides it. */
interface Dice {
  readonly draw: Draw;
  readonly some: (chance: number) => boolean;
  /** Runs from the fastest there is to a long tail, as times of a center do. */
  readonly after: (seconds: number, least: number, mean: number) => number;
}

function courseOf(draw: Draw, hour: number): PastCourse {
  const some = (chance: number) => draw() < chance;
  const dice: Dice = {
    draw,
    some,
    after: (seconds, least, mean) => seconds + Math.round(least + mean * drawExponential(draw)),
  };
  const area = oneOf(draw, AREAS);
  const language = oneOf(draw, LANGUAGES).id;
  const screened = some(0.72);
  const eligible = screened && some(0.64);
  const recommendedLevel: Level = !screened ? 'L3' : !eligible ? 'L4' : some(0.6) ? 'L2' : 'L1';
  const overridden = some(language === 'es' ? 0.16 : 0.09);
  const open = hour >= 8 && hour < 23;
  const answered = dice.after(0, 3, 7);
  const decided = dice.after(answered, 60, 50);
  const goes = eligible && !overridden && open && some(area.free);
  return told({
    channel: some(0.9) ? '911' : some(0.5) ? '988' : 'officer',
    areaId: area.id ?? undefined,
    language: some(0.8) ? language : undefined,
    ageBand: some(0.4) ? (some(0.2) ? '12-17' : '26-64') : undefined,
    personId: some(0.7) ? (`person-${Math.floor(draw() ** 3 * 4000)}` as PersonId) : undefined,
    recommendedLevel,
    overridden,
    direction: overridden ? 'up' : 'same',
    decidedLevel: overridden ? 'L3' : recommendedLevel,
    ...(goes
      ? withTeam(dice, answered, decided)
      : {
          ...withoutTeam(dice, { screened, eligible, open, overridden }),
          elapsed: policeTimes(dice, answered, decided),
        }),
  });
}

function policeTimes({ after }: Dice, answered: number, decided: number): PastCourse['elapsed'] {
  const dispatched = after(decided, 15, 45);
  const enRoute = after(dispatched, 20, 30);
  const arrived = after(enRoute, 240, 300);
  return {
    answered,
    decided,
    dispatched,
    'en-route': enRoute,
    arrived,
    cleared: after(arrived, 900, 1500),
  };
}

function withoutTeam(
  { some }: Dice,
  {
    screened,
    eligible,
    open,
    overridden,
  }: Record<'screened' | 'eligible' | 'open' | 'overridden', boolean>,
): Loose {
  const reason = overridden
    ? 'overridden'
    : !open
      ? 'out-of-hours'
      : some(0.7)
        ? 'all-busy'
        : 'timed-out';
  return {
    response: 'police',
    highestLevel: some(0.05) ? 'L4' : eligible ? 'L2' : 'L3',
    dangerFound: some(eligible ? 0.04 : 0.4),
    policeOnScene: true,
    unserved: eligible ? reason : undefined,
    steps: {
      behavioral: true,
      screened,
      ...(screened ? { eligible } : {}),
      ...(eligible ? { offered: open, assigned: false } : {}),
    },
  };
}

function withTeam({ some, after }: Dice, answered: number, decided: number): Loose {
  const dispatched = after(decided, 30, 120);
  const enRoute = after(dispatched, 40, 40);
  const there = after(enRoute, 420, 700);
  const arrived = some(0.93);
  const contact = arrived && some(0.86);
  const served = contact && some(0.82);
  const ended = some(0.2) ? 'services-transfer' : 'services';
  // One clock in sixty was set wrong: the vehicle is there before it was sent.
  const wrong = arrived && some(1 / 60);
  return {
    response: 'behavioral-health',
    highestLevel: some(0.03) ? 'L4' : 'L2',
    dangerFound: some(0.03),
    backUp: arrived && some(0.018),
    policeOnScene: some(0.06),
    disposition: served ? ended : contact ? 'refused' : 'no-contact',
    outOfOrder: wrong ? ['arrived'] : undefined,
    steps: {
      behavioral: true,
      screened: true,
      eligible: true,
      offered: true,
      assigned: true,
      arrived,
      ...(arrived ? { contact } : {}),
      ...(contact ? { served } : {}),
      ...(served && some(0.6) ? { linked: some(0.31) } : {}),
    },
    elapsed: {
      answered,
      decided,
      dispatched,
      'en-route': enRoute,
      ...(arrived ? { arrived: wrong ? dispatched - 60 : there } : {}),
      cleared: after(there, 1200, 1800),
    },
  };
}

type Loose = { readonly [Member in keyof PastCourse]?: PastCourse[Member] | undefined };

/** Only what is known: a member that is absent is one the record cannot tell. */
function told(course: Loose): PastCourse {
  const known = Object.entries(course).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as PastCourse;
}

function oneOf<T extends { readonly weight: number }>(draw: Draw, from: readonly T[]): T {
  let left = draw() * from.reduce((sum, { weight }) => sum + weight, 0);
  for (const each of from) {
    left -= each.weight;
    if (left < 0) return each;
  }
  return from[0] as T;
}
