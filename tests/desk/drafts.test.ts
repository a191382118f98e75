import { expect, test } from 'vitest';
import { centerAtWork, openAtWork, openedIncident } from '../support/desk-at-work.ts';
import { typedBy } from '../support/edit-examples.ts';
import { forATeam } from '../support/topic-examples.ts';

const NEW_CALL = { subject: 'call/new', field: 'words' };

test('after a crash the open call and what was half typed are there', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  const draft = {
    subject: `incident/${incidentId}`,
    field: 'note',
    text: 'He says that',
    over: '',
  };
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', draft));
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
  const mine = typedBy(atWork, 'Dana', { ...NEW_CALL, text: 'mine' });
  atWork.do(atWork.as('Dana'), 'draft.save', mine);
  expect(atWork.do(atWork.as('Theo'), 'draft.all', {})).toEqual([]);
  // On its way while Dana left and Theo sat down: it is not kept under his name.
  expect(atWork.desk.answer('draft.save', mine, atWork.as('Theo'))).toMatchObject({
    ok: false,
    refused: 'another-typist',
  });
  expect(atWork.do(atWork.as('Theo'), 'draft.all', {})).toEqual([]);
});

test('a draft is not an event: the record does not grow', () => {
  const atWork = centerAtWork();
  const head = atWork.desk.journal.head();
  atWork.do(atWork.as('Dana'), 'draft.save', typedBy(atWork, 'Dana', { ...NEW_CALL, text: 'He' }));
  expect(atWork.desk.journal.head()).toBe(head);
});

test('taking a call forgets the taker’s own half-typed call', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', { ...NEW_CALL, text: 'He' }));
  openedIncident(atWork, dana);
  expect(atWork.do(dana, 'draft.all', {})).toEqual([]);
});

test('a colleague who takes a call does not lose my half-typed one', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const draft = { ...NEW_CALL, text: 'Her sister stands on' };
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', draft));
  openedIncident(atWork, atWork.as('Theo'));
  expect(atWork.do(dana, 'draft.all', {})).toMatchObject([draft]);
});

test('a dispatcher who closes the incident does not lose the clinician’s half-typed note', () => {
  const atWork = centerAtWork();
  const incidentId = forATeam(atWork);
  const draft = { subject: `incident/${incidentId}`, field: 'clinical', text: 'Slept two hours' };
  atWork.do(atWork.as('Cleo'), 'draft.save', typedBy(atWork, 'Cleo', draft));
  atWork.do(atWork.as('Dana'), 'incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'timed-out', note: '' },
  });
  // A note may be added to a closed incident, so the text is still wanted.
  expect(atWork.do(atWork.as('Cleo'), 'draft.all', {})).toMatchObject([draft]);
});

test('of two windows the later key counts, in whatever order they save', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const at = (second: number) => ({ typedAt: `2026-03-03T17:59:0${second}.000Z` });
  const save = (text: string | null, second: number) =>
    atWork.do(dana, 'draft.save', {
      ...typedBy(atWork, 'Dana', { ...NEW_CALL, text }),
      ...at(second),
    });
  const texts = () => atWork.do(dana, 'draft.all', {}).map(({ text }) => text);
  save('He says he', 3);
  save('He sa', 2);
  expect(texts()).toEqual(['He says he']);
  // It went into the queue from one window: the other, which lags behind, does not bring it back.
  save(null, 5);
  save('He says he i', 4);
  expect(texts()).toEqual([]);
  save('Another call', 6);
  expect(texts()).toEqual(['Another call']);
});

test('an emptied field is a draft, too: the record keeps what it had, and so does the typist', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const emptied = { subject: 'incident/1', field: 'address', text: '', over: '4500 N Broadway' };
  atWork.do(dana, 'draft.save', typedBy(atWork, 'Dana', emptied));
  expect(atWork.do(dana, 'draft.all', {})).toMatchObject([emptied]);
});

test('what nobody comes back to is swept, but neither open work nor words of this week', () => {
  const atWork = centerAtWork();
  const dana = atWork.as('Dana');
  const open = openedIncident(atWork, dana);
  const closed = forATeam(atWork);
  atWork.do(dana, 'incident.close', {
    incidentId: closed,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'timed-out', note: '' },
  });
  for (const incidentId of [open, closed])
    for (const field of ['note', 'clinical'])
      atWork.do(
        dana,
        'draft.save',
        typedBy(atWork, 'Dana', { subject: `incident/${incidentId}`, field, text: field }),
      );
  const left = () => atWork.do(dana, 'draft.all', {}).map(({ subject }) => subject);
  atWork.pass(60 * 24 * 13);
  atWork.desk.watch();
  expect(left()).toHaveLength(4);
  atWork.pass(60 * 24 * 2);
  atWork.desk.watch();
  expect(new Set(left())).toEqual(new Set([`incident/${open}`]));
});
