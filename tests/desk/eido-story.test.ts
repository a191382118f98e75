import { expect, test } from 'vitest';
import { eidoDesk } from '../support/eido-desk.ts';
import { eidoText } from '../support/eido-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

const LATER = { lastUpdateTimeStamp: '2026-03-03T11:55:00-06:00' };

test('a document rings as a call, and a later one corrects it while nobody has answered', () => {
  const { waiting, deliver, desk } = eidoDesk();
  expect(deliver(eidoText())).toMatchObject([{ ok: true, what: 'new-call', incidentId: null }]);
  expect(waiting()).toMatchObject([
    {
      source: 'eido',
      ani: '+13125550142',
      address: '4620 N Broadway, Uptown',
      areaId: 'uptown',
      callType: 'SUITHR',
      words: 'Suicidal subject\nSays she cannot go on.\nAlone at home.',
      sender: { agency: 'Riverside PSAP', over: null },
    },
  ]);
  const written = desk.journal.head();
  expect(deliver(eidoText())).toMatchObject([{ what: 'known' }]);
  expect(desk.journal.head()).toBe(written);

  const update = eidoText(
    { ...LATER, incidentTypeCommonRegistryText: 'INTOX', incidentTypeInternalText: 'Drunk person' },
    { callbackComponent: [] },
  );
  expect(deliver(update)).toMatchObject([{ what: 'update' }]);
  expect(waiting()).toMatchObject([
    { callType: 'INTOX', ani: '+13125550142', address: '4620 N Broadway, Uptown' },
  ]);
  expect(deliver(eidoText({ incidentStatusCommonRegistryText: ['Cancelled'] }))).toMatchObject([
    { what: 'known' },
  ]);
});

test('one batch: what is refused or known changes nothing, and the second finds the first', () => {
  const { waiting, deliver, desk } = eidoDesk();
  const other = eidoText({}, { issuingElementIdentification: 'cad.elsewhere.example' });
  const outcomes = deliver(eidoText(), eidoText(LATER), eidoText(), other);
  expect(outcomes.map((each) => ('ok' in each ? each.what : each.refused))).toEqual([
    'new-call',
    'update',
    'known',
    'new-call',
  ]);
  expect(waiting().map(({ number }) => number)).toEqual([1, 2]);
  expect(desk.db.prepare('SELECT COUNT(*) FROM kept_documents').pluck().get()).toBe(3);
});

test('after it was answered nothing is overwritten: it stands on the timeline', () => {
  const atWork = eidoDesk();
  const { waiting, deliver } = atWork;
  deliver(eidoText());
  const dana = atWork.as('Dana');
  const incidentId = atWork.do(dana, 'call.answer', { callId: waiting()[0]!.callId })
    .made as IncidentId;
  const [note] = JSON.parse(eidoText()).locationComponent;
  const update = eidoText(
    { ...LATER, incidentStatusCommonRegistryText: ['Closed'] },
    { locationComponent: [{ ...note, locationDescriptionText: '4700 N Racine' }] },
  );
  expect(deliver(update)).toMatchObject([{ what: 'update', incidentId }]);
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view).toMatchObject({
    phase: 'intake',
    place: { address: '4620 N Broadway, Uptown' },
  });
  expect(view.timeline.at(-1)).toMatchObject({
    kind: 'alert',
    text: 'Riverside PSAP: address is now 4700 N Racine · status Closed',
  });
});

test('a wrong clock elsewhere shuts nobody up', () => {
  const { waiting, deliver, pass } = eidoDesk();
  deliver(eidoText({ lastUpdateTimeStamp: '2099-01-01T00:00:00Z' }));
  pass(1);
  const update = eidoText({
    lastUpdateTimeStamp: '2098-01-01T00:00:00Z',
    incidentTypeCommonRegistryText: 'OD',
  });
  expect(deliver(update)).toMatchObject([{ what: 'update' }]);
  expect(waiting()).toMatchObject([{ callType: 'OVERDS' }]);
});
