import { answered, openCenter, someCall, type CenterOnShift } from '../center/center-on-shift.ts';
import { knownPeople, type Invented } from '../center/known-people.ts';
import { newPair, type Measure } from '../measure.ts';
import { quantileOf, rounded } from '../statistics.ts';
import { statement, type Database } from '#db/open-database.ts';
import { streetKey } from '#shared/place/street-key.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { nameKeys } from '#shared/person/person-name.ts';

const PEOPLE = 200_000;
const SAMPLES = 300;
const WARM_UP = 40;
/** Earlier calls of each, linked to them. */
const EARLIER = 3;
/** Longer, and somebody who answers a call waits for it. */
const PROMISE_MS = 100;

interface Sample {
  readonly incidentId: IncidentId;
  readonly person: Invented;
}

/**
 * Whom a call may be about among 200,000 known people, with their earlier contacts and the evidence, from the
 * door to the answer; beside the same rows found by the same indexes, of which nothing is made.
 */
export const measure: Measure = {
  name: 'people-known',
  unit: 'ms',
  better: 'smaller',
  budget: 8,
  take: async (bench) => {
    const center = openCenter(bench.folder('center'));
    const { db, journal } = center.desk;
    // Nobody waits for what is only there to be found.
    db.pragma('synchronous = OFF');
    bench.say(`inventing ${PEOPLE} people …`);
    const people = knownPeople(db, journal, PEOPLE);
    const samples = Array.from({ length: SAMPLES + WARM_UP }, (_, at) =>
      called(center, people[at * 500] as Invented, at),
    );
    db.pragma('synchronous = FULL');

    const pair = newPair();
    for (const [index, sample] of samples.entries()) {
      const started = performance.now();
      const known = center.do('person.known', { incidentId: sample.incidentId, also: null });
      const value = performance.now() - started;
      const likely = known?.candidates[0];
      if (likely?.personId !== sample.person.personId || likely.contacts.length !== EARLIER)
        throw new Error(`Call ${index} was not recognised.`);
      const since = performance.now();
      const rows = bare(db, sample);
      const baseline = performance.now() - since;
      if (rows < EARLIER) throw new Error(`The bare lookup found ${rows} rows.`);
      if (index < WARM_UP) continue;
      pair.value.push(value);
      pair.baseline.push(baseline);
    }
    center.desk.close();
    const p99 = rounded(quantileOf(pair.value, 0.99));
    bench.say(`whom a call may be about: p99 ${p99} ms, ${PROMISE_MS} ms are promised`);
    return { ...pair, facts: { people: PEOPLE, p99Ms: p99, promisedMs: PROMISE_MS } };
  },
};

/** Earlier calls that were theirs, and one that rings now from their number and names them. */
function called(center: CenterOnShift, person: Invented, at: number): Sample {
  const { name, birthDate, phone: ani, address, personId } = person;
  for (let earlier = 0; earlier < EARLIER; earlier += 1) {
    const incidentId = answered(center, at * EARLIER + earlier);
    center.do('person.link', {
      incidentId,
      personId,
      certainty: 'certain',
      seen: [],
      reason: 'Invented',
    });
  }
  const call = { ...someCall(at), ani, address };
  const callId = center.do('call.receive', call).made as CallId;
  const incidentId = center.do('call.answer', { callId }).made as IncidentId;
  center.do('person.name', { incidentId, name, birthDate });
  return { incidentId, person };
}

/** The rows an answer is made of, by the indexes they are found with. Answers with how many there were. */
function bare(db: Database, { incidentId, person }: Sample): number {
  const named = 'SELECT name, birth_date FROM board_people_named WHERE incident_id = ?';
  const incident = 'SELECT state FROM board_incidents WHERE incident_id = ?';
  statement(db, named).get(incidentId);
  statement(db, incident).get(incidentId);
  const keys: [string, string][] = [
    ['phone', `tel:+1${person.phone}`],
    ['birth', person.birthDate],
    ['address', streetKey(person.address)],
    ...nameKeys(person.name).map((key): [string, string] => ['name', key]),
  ];
  const records = new Set<string>();
  for (const [kind, key] of keys) {
    const found = statement(
      db,
      'SELECT person_id AS id FROM board_people_keys WHERE kind = ? AND key = ?',
    ).all(kind, key) as { id: string }[];
    for (const { id } of found) records.add(id);
  }
  let rows = 0;
  for (const id of records) {
    statement(db, 'SELECT state FROM board_people WHERE person_id = ?').get(id);
    const links = statement(
      db,
      'SELECT call_id AS id FROM board_people_links WHERE person_id = ? ORDER BY happened DESC',
    ).all(id) as { id: string }[];
    for (const link of links) statement(db, incident).get(link.id);
    rows += 1 + links.length;
  }
  return rows;
}
