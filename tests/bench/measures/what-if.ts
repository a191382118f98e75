import { openCenter } from '../center/center-on-shift.ts';
import { decideInvented, importInvented } from '../center/past-calls.ts';
import { newPair, type Measure } from '../measure.ts';
import { compareOnPastCalls } from '#main/desk/policy/what-if.ts';
import { shippedPolicy } from '#main/desk/shipped-policy.ts';
import type { Database } from '#db/open-database.ts';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import type { Policy } from '#shared/policy/policy.ts';

const IMPORTED = 20_000;
const DECISIONS = 2_000;
const SAMPLES = 40;
const WARM_UP = 10;

const CHANGED_RULE = 'L2-IN-PERSON';
const CHANGED_RESPONSE = 'co-response';

/**
 * What 20,000 imported calls and 2,000 decisions made here would have got under a policy with one rule
 * changed, counted by type, area and hour, beside reading the same rows and counting them. The second
 * pair stands beside parsing each decision as well, without which nobody knows what was answered.
 */
export const measure: Measure = {
  name: 'what-if',
  unit: 'ms',
  better: 'smaller',
  budget: 6,
  take: async (bench) => {
    const center = openCenter(bench.folder('center'));
    const { db } = center.desk;
    try {
      const { policy: inForce } = shippedPolicy();
      bench.say('playing past calls …');
      // Nobody waits for these answers.
      db.pragma('synchronous = OFF');
      importInvented(center, inForce, IMPORTED);
      decideInvented(center, inForce, DECISIONS);

      const samples = newPair();
      const besideDecoding = newPair();
      let moved = 0;
      for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
        // As it comes out of the workshop: a document nothing has been compiled from.
        const other = changed(inForce);
        const started = performance.now();
        const report = compareOnPastCalls({ db, inForce, timeZone: 'America/Chicago' }, other);
        const value = performance.now() - started;
        moved = report.calls - report.same;
        if (report.imported + report.notBehavioral !== IMPORTED || report.decisions !== DECISIONS)
          throw new Error(`Only ${report.calls} calls were compared.`);
        if (moved === 0) throw new Error(`Changing ${CHANGED_RULE} moved no call.`);
        const counted = counting(db, () => undefined);
        const decoded = counting(db, JSON.parse);
        if (sample < 0) continue;
        samples.value.push(value);
        samples.baseline.push(counted);
        besideDecoding.value.push(value);
        besideDecoding.baseline.push(decoded);
      }
      const facts = { imported: IMPORTED, decisions: DECISIONS, moved };
      return { ...samples, also: { besideDecoding }, facts };
    } finally {
      center.desk.close();
    }
  },
};

function changed(inForce: Policy): Policy {
  const document = {
    ...inForce,
    gates: inForce.gates.map((gate) => ({
      ...gate,
      rules: gate.rules.map((rule) =>
        rule.id === CHANGED_RULE ? { ...rule, response: CHANGED_RESPONSE } : rule,
      ),
    })),
  };
  const read = readPolicy(document);
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.policy;
}

/** The bare reading: the columns a count by type, area and hour needs, and each decision as it is kept. */
function counting(db: Database, look: (body: string) => unknown): number {
  const imported = db
    .prepare('SELECT call_type, received_local, address FROM board_past_calls')
    .raw();
  const last = db.prepare(
    'SELECT MAX(seq) AS seq, at, call_type, area_id FROM board_decisions GROUP BY incident_id',
  );
  const body = db.prepare('SELECT body FROM journal WHERE seq = ?').pluck();
  const started = performance.now();
  let counted = 0;
  for (const _ of imported.iterate()) counted += 1;
  for (const row of last.iterate()) {
    look(body.get((row as { seq: number }).seq) as string);
    counted += 1;
  }
  const took = performance.now() - started;
  if (counted !== IMPORTED + DECISIONS) throw new Error(`Only ${counted} rows were read.`);
  return took;
}
