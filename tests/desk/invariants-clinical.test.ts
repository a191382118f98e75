import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { play, shift } from '../support/random-shift.ts';
import { talking } from '../support/topic-examples.ts';
import { resolved, resolving } from '../support/phone-endings.ts';
import type { Session } from '#main/desk/desk.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { mayRead, PARTITIONS } from '#shared/partition/partition.ts';
import { ROLES } from '#shared/roster/operator.ts';
import { may } from '#shared/roster/permission.ts';

vi.setConfig({ testTimeout: 60_000 });

const WITHOUT_CLINICAL = ['Pat', 'Dana', 'Theo', 'Sam', 'Ada'];

/** Everything a person can get out of the desk, as one text. */
function everythingSeenBy(atWork: DeskAtWork, name: string, marker: string): string {
  const session = atWork.as(name);
  const ids = atWork.desk.db.prepare('SELECT incident_id FROM board_incidents').pluck().all();
  const views = (ids as IncidentId[]).map((incidentId) =>
    atWork.desk.answer('incident.focus', { incidentId }, session),
  );
  return JSON.stringify([
    views,
    atWork.desk.answer('board.snapshot', {}, session),
    atWork.desk.answer('find.anything', { text: marker.slice(0, 300) }, session),
    atWork.desk.answer('find.anything', { text: 'uptown' }, session),
    atWork.desk.answer('draft.all', {}, session),
    atWork.desk.answer('past.summary', {}, session),
    atWork.desk.answer('desk.hello', {}, session),
  ]);
}

/** What the feed pushes to somebody who looks at each incident in turn. */
function listening(atWork: DeskAtWork, name: string): { session: Session; heard: string[] } {
  const session = atWork.as(name);
  const heard: string[] = [];
  atWork.desk.feed(session, (message) => heard.push(JSON.stringify(message)));
  return { session, heard };
}

test('the permission to read clinical text is the clinicians’ alone', () => {
  expect(ROLES.filter((role) => may(role, 'read-clinical'))).toEqual(['clinician']);
});

test('no view, row, announcement, feed or find result carries clinical text to anybody else', () => {
  let written = 0;
  fc.assert(
    fc.property(shift, fc.uuid(), (steps, id) => {
      const marker = `clinical ${id}`;
      const atWork = centerAtWork();
      const ears = WITHOUT_CLINICAL.map((name) => listening(atWork, name));
      for (const each of steps) {
        for (const { session } of ears) {
          const [first] = atWork.do(session, 'board.snapshot', {}).incidents;
          session.focus = first?.incidentId ?? null;
        }
        // Drafts are typed by whoever sits there; here only the notes carry the marker.
        if (each[0] !== 'draft') play(atWork, each, marker);
      }
      const notes = [...atWork.desk.journal.entriesAfter(0)].filter(
        ({ event }) => event.type === 'incident.note-added' && event.kind === 'clinical',
      );
      written += notes.length;
      for (const name of WITHOUT_CLINICAL)
        expect(everythingSeenBy(atWork, name, marker)).not.toContain(id);
      for (const { heard } of ears) expect(heard.join('\n')).not.toContain(id);
      // The marker is really there for those who may read it.
      if (notes.length > 0) expect(everythingSeenBy(atWork, 'Cleo', marker)).toContain(id);
      atWork.desk.close();
    }),
    { numRuns: 40 },
  );
  expect(written).toBeGreaterThan(40);
});

test('the closing words of a phone call are clinical and ride on no other event', () => {
  const atWork = centerAtWork();
  const incidentId = talking(atWork);
  const note = 'unique words about the conversation';
  const ending = { ...resolved, agreed: note };
  atWork.do(atWork.as('Cleo'), 'phone.resolve', resolving(incidentId, ending));
  const carrying = atWork.desk.journal
    .ofIncident(incidentId, PARTITIONS)
    .filter(({ event }) => JSON.stringify(event).includes(note))
    .map(({ event }) => ({ type: event.type, kind: 'kind' in event ? event.kind : null }));
  expect(carrying).toEqual([{ type: 'incident.note-added', kind: 'clinical' }]);
});

test('somebody who signs on after a clinician at the same position gets no clinical view', () => {
  const atWork = centerAtWork();
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  const session = atWork.as('Cleo');
  atWork.do(session, 'incident.add-note', { incidentId, kind: 'clinical', text: 'unique words' });
  atWork.do(session, 'incident.focus', { incidentId });
  atWork.do(session, 'draft.save', {
    subject: `incident/${incidentId}`,
    field: 'note',
    text: 'half unique',
  });
  const heard: string[] = [];
  atWork.desk.feed(session, (message) => heard.push(JSON.stringify(message)));
  atWork.do(session, 'operator.sign-off', {});
  atWork.do(session, 'operator.sign-on', { operatorId: atWork.idOf('Dana'), passphrase: '' });
  atWork.do(atWork.as('Theo'), 'incident.take', { incidentId });
  expect(heard.join()).not.toContain('unique');
  expect(JSON.stringify(atWork.do(session, 'draft.all', {}))).not.toContain('unique');
  expect(JSON.stringify(atWork.do(session, 'incident.focus', { incidentId }))).not.toContain(
    'unique',
  );
});

test.each(PARTITIONS)('who may not read a %s note cannot write one', (kind) => {
  const atWork = centerAtWork();
  const incidentId = openedIncident(atWork, atWork.as('Dana'));
  for (const name of ['Pat', 'Dana', 'Cleo', 'Sam']) {
    const session = atWork.as(name);
    const reads = mayRead(session.operator!.role, kind);
    const head = atWork.desk.journal.head();
    const reply = atWork.desk.answer(
      'incident.add-note',
      { incidentId, kind, text: 'unique words' },
      session,
    );
    expect(reply).toMatchObject(reads ? { ok: true } : { ok: false, refused: 'not-allowed' });
    expect(atWork.desk.journal.head()).toBe(reads ? head + 1 : head);
    const timeline = atWork.do(session, 'incident.focus', { incidentId })!.timeline;
    expect(timeline.some(({ text }) => text === 'unique words')).toBe(reads);
  }
});

test('having called before changes nothing by which the queue orders or shows an incident', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const row = () =>
    atWork.do(dana, 'board.snapshot', {}).incidents.find((each) => each.incidentId === incidentId);
  const before = row();
  for (const answer of ['yes', 'unknown', 'no'] as const) {
    const fact = 'called-before';
    atWork.do(dana, 'incident.answer-fact', { incidentId, fact, answer, informant: 'record' });
    expect(row()).toEqual(before);
  }
});
