import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { policy } from '../support/given.ts';
import { aNote, linked, merged, registered, seenOn } from '../support/person-examples.ts';
import { ANSWERS } from '#shared/facts/fact.ts';
import type { IncidentId, PersonId } from '#shared/lib/brand.ts';

vi.setConfig({ testTimeout: 60_000 });

const facts = fc.array(
  fc.record({
    fact: fc.constantFrom(...policy.facts.map(({ id }) => id)),
    answer: fc.constantFrom(...ANSWERS),
  }),
  { maxLength: 6 },
);

/** What is known of whoever calls: how often they were in touch, what stands about them, and who is unsure. */
const history = fc.record({
  earlier: fc.integer({ min: 0, max: 4 }),
  others: fc.integer({ min: 0, max: 2 }),
  certainty: fc.constantFrom('certain', 'uncertain', 'ruled-out', 'nobody-said'),
  notes: fc.boolean(),
  plan: fc.boolean(),
  mergedWith: fc.boolean(),
  named: fc.boolean(),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const dana = (atWork: DeskAtWork) => atWork.as('Dana');

function lived(
  atWork: DeskAtWork,
  { earlier, others, notes, plan, mergedWith }: History,
): PersonId {
  const personId = registered(atWork);
  for (let at = 0; at < others; at += 1) registered(atWork, { name: `Guest Example` });
  if (mergedWith) merged(atWork, personId, registered(atWork, { name: 'J. Example' }));
  for (let at = 0; at < earlier; at += 1)
    linked(atWork, openedIncident(atWork, dana(atWork)), personId);
  if (notes) atWork.do(dana(atWork), 'person.write-note', aNote(personId));
  if (plan)
    atWork.do(atWork.as('Cleo'), 'person.write-plan', {
      personId,
      says: 'Ring her sister first.',
      agreed: true,
      expiresOn: '2026-06-01',
    });
  return personId;
}

function said(atWork: DeskAtWork, incidentId: IncidentId, personId: PersonId, how: History): void {
  if (how.named)
    atWork.do(dana(atWork), 'person.name', {
      incidentId,
      name: 'Jordan Example',
      birthDate: '1984-03-02',
    });
  if (how.certainty === 'nobody-said') return;
  if (how.certainty === 'ruled-out') {
    const seen = seenOn(atWork, incidentId, personId);
    atWork.do(dana(atWork), 'person.rule-out', { incidentId, personId, seen });
  } else linked(atWork, incidentId, personId, how.certainty);
}

/** What a dispatcher goes by: recommendation, choices, who can go, and where it stands in the queue. */
function routed(atWork: DeskAtWork, incidentId: IncidentId) {
  const view = atWork.do(dana(atWork), 'incident.focus', { incidentId });
  const row = atWork
    .do(dana(atWork), 'board.snapshot', {})
    .incidents.find((each) => each.incidentId === incidentId);
  const { recommendation, options, candidates, needsDecision, wanted, cautions } = view ?? {};
  const { level, provisional, response, ems, promise, why, attention } = row ?? {};
  const inQueue = { level, provisional, response, ems, promise, why, attention };
  return { recommendation, options, candidates, needsDecision, wanted, cautions, inQueue };
}

function stateOf({ desk }: DeskAtWork, incidentId: IncidentId): string {
  const row = desk.db
    .prepare('SELECT state FROM board_incidents WHERE incident_id = ?')
    .get(incidentId);
  return (row as { state: string }).state;
}

test('nobody is deprioritised, or routed otherwise, for having called before', () => {
  fc.assert(
    fc.property(facts, history, (answers, how) => {
      const opened = (atWork: DeskAtWork) => {
        const incidentId = openedIncident(atWork, dana(atWork));
        for (const { fact, answer } of answers)
          atWork.do(dana(atWork), 'incident.answer-fact', {
            incidentId,
            fact,
            answer,
            informant: 'caller-saw',
          });
        return incidentId;
      };
      const known = centerAtWork();
      const personId = lived(known, how);
      const theirs = opened(known);
      const before = stateOf(known, theirs);
      said(known, theirs, personId, how);
      // The incident itself does not hear of it: nothing a policy could ever read is another.
      expect(stateOf(known, theirs)).toBe(before);
      const unknown = centerAtWork();
      const nobodys = opened(unknown);
      expect(routed(known, theirs)).toEqual(routed(unknown, nobodys));
      known.desk.close();
      unknown.desk.close();
    }),
    { numRuns: 25 },
  );
});
