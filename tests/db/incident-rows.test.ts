import { expect, test } from 'vitest';
import { centerAtWork, openedIncident } from '../support/desk-at-work.ts';
import { closedWithNote } from '../support/retention-examples.ts';

test('an open incident grows where it stands, and a closed one takes no more than it needs', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const row = atWork.desk.db.prepare<unknown[], { state: number; room: number }>(
    'SELECT length(state) AS state, length(room) AS room FROM board_incidents WHERE incident_id = ?',
  );
  const sizes: { readonly state: number; readonly room: number }[] = [];
  const look = () => sizes.push(row.get(incidentId) ?? { state: 0, room: 0 });
  look();
  for (const fact of ['weapon-in-hand', 'threats', 'hostage', 'ledge', 'overdose', 'thoughts']) {
    const answer = { incidentId, fact, answer: 'no', informant: 'caller-saw' } as const;
    atWork.do(dana, 'incident.answer-fact', answer);
    look();
  }
  const states = sizes.map(({ state }) => state);
  expect(states).toEqual([...states].sort((a, b) => a - b));
  expect(new Set(states).size).toBe(states.length);
  // As long as it fits, the row is as long as it was, and none of its neighbours has to make room.
  expect(new Set(sizes.map(({ state, room }) => state + room)).size).toBe(1);

  expect(row.get(closedWithNote(atWork, 'She is calm.'))?.room).toBe(0);
  atWork.desk.close();
});
