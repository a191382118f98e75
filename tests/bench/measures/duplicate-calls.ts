import { answered, openCenter, someCall } from '../center/center-on-shift.ts';
import { newPair, type Measure } from '../measure.ts';
import { quantileOf, rounded } from '../statistics.ts';
import { statement, type Database } from '#db/open-database.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const OPEN = 500;
const RECENT = 2_000;
const SAMPLES = 200;
const WARM_UP = 20;
/** Longer, and somebody who types waits for it. */
const PROMISE_MS = 100;

/**
 * What a call being typed may be the same as among 500 open incidents and 2,000 further calls, from the door to
 * the answer, with one call written between any two; beside the same rows read and nothing made of them.
 */
export const measure: Measure = {
  name: 'duplicate-calls',
  unit: 'ms',
  better: 'smaller',
  budget: 2.5,
  take: async (bench) => {
    const center = openCenter(bench.folder('center'));
    const { db } = center.desk;
    db.pragma('synchronous = OFF');
    bench.say(`opening ${OPEN} incidents with ${RECENT} further calls …`);
    const open = Array.from({ length: OPEN }, (_, at) => answered(center, at));
    for (let at = 0; at < RECENT; at += OPEN)
      center.desk.record(joined(db, open, at), DESK_OPERATOR);
    db.pragma('synchronous = FULL');

    const pair = newPair();
    for (let at = 0; at < SAMPLES + WARM_UP; at += 1) {
      const { ani, address, callType } = someCall(at);
      center.do('call.receive', { ...someCall(at + 7), ani: null, address: '', words: '' });
      const draft = { ani, address, callType, words: someCall(at + 1).words };
      const started = performance.now();
      const likely = center.do('duplicate.likely', { draft });
      const value = performance.now() - started;
      if (likely[0]?.strength !== 'the-same') throw new Error(`Call ${at} was not found again.`);
      const since = performance.now();
      const rows = bare(db);
      const baseline = performance.now() - since;
      if (rows < OPEN + RECENT) throw new Error(`Only ${rows} rows were read.`);
      if (at < WARM_UP) continue;
      pair.value.push(value);
      pair.baseline.push(baseline);
    }
    center.desk.close();
    const p99 = rounded(quantileOf(pair.value, 0.99));
    bench.say(`what a call may be the same as: p99 ${p99} ms, ${PROMISE_MS} ms are promised`);
    return { ...pair, facts: { open: OPEN, recent: RECENT, p99Ms: p99, promisedMs: PROMISE_MS } };
  },
};

/** One further call about each of them, as it stands in the journal. */
function joined(db: Database, open: readonly IncidentId[], from: number): NewEvent[] {
  const first = nextCallNumber(db);
  return open.flatMap((incidentId, at): NewEvent[] => {
    const number = first + at;
    const callId = `further-${number}` as CallId;
    const { ani, address, callType, words } = someCall(from + at + OPEN);
    const came = { callId, number, source: 'typed', receivedAt: new Date().toISOString() } as const;
    return [
      { type: 'call.received', ...came, ani, address, areaId: null, callType, words },
      { type: 'call.joined', callId, incidentId, joinedBy: DESK_OPERATOR, reasons: [] },
    ];
  });
}

/** The rows all of it is made of. Answers with how many there were. */
function bare(db: Database): number {
  const incidents = statement(db, 'SELECT state FROM board_incidents WHERE open = 1').all();
  const calls = statement(db, 'SELECT state FROM board_calls ORDER BY number DESC LIMIT ?').all(
    RECENT,
  );
  return incidents.length + calls.length;
}
