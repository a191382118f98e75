import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, openedIncident } from '../support/desk-at-work.ts';
import { forATeam } from '../support/topic-examples.ts';

const NEW_CALL = { subject: 'call/new', field: 'words' };

test('after a crash the open call and what was half typed are there', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const draft = { subject: `incident/${incidentId}`, field: 'note', text: 'He says that' };
  atWork.do(dana, 'draft.save', draft);
  // No closing: a second connection sees what a restarted console would find after a power cut.
  const again = openAtWork(atWork.folder, atWork.now().toISOString());
  const [open] = again.do(again.as('Dana'), 'board.snapshot', {}).incidents;
  expect(open).toMatchObject({ incidentId, phase: 'intake', address: '4500 N Broadway, Uptown' });
  expect(again.do(again.as('Dana'), 'draft.all', {})).toEqual([
    { ...draft, savedAt: atWork.now().toISOString() },
  ]);
});

test('a draft belongs to the person who typed it', () => {
  const atWork = centerAtWork();
  atWork.do(atWork.as('Dana'), 'draft.save', { ...NEW_CALL, text: 'mine' });
  expect(atWork.do(atWork.as('Theo'), 'draft.all', {})).toEqual([]);
});

test('a draft is not an event: the record does not grow', () => {
  const atWork = centerAtWork();
  const head = atWork.desk.journal.head();
  atWork.do(atWork.as('Dana'), 'draft.save', { ...NEW_CALL, text: 'He' });
  expect(atWork.desk.journal.head()).toBe(head);
});

test('taking a call forgets the taker’s own half-typed call', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  atWork.do(dana, 'draft.save', { ...NEW_CALL, text: 'He' });
  openedIncident(atWork, dana);
  expect(atWork.do(dana, 'draft.all', {})).toEqual([]);
});

test('a colleague who takes a call does not lose my half-typed one', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const draft = { ...NEW_CALL, text: 'Her sister stands on' };
  atWork.do(dana, 'draft.save', draft);
  openedIncident(atWork, atWork.as('Theo'));
  expect(atWork.do(dana, 'draft.all', {})).toMatchObject([draft]);
});

test('a dispatcher who closes the incident does not lose the clinician’s half-typed note', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  const draft = { subject: `incident/${incidentId}`, field: 'clinical', text: 'Slept two hours' };
  atWork.do(atWork.as('Cleo'), 'draft.save', draft);
  atWork.do(atWork.as('Dana'), 'incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'timed-out', note: '' },
  });
  // A note may be added to a closed incident, so the text is still wanted.
  expect(atWork.do(atWork.as('Cleo'), 'draft.all', {})).toMatchObject([draft]);
});
