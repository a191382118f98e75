import { expect, test } from 'vitest';
import { eidoDesk } from '../support/eido-desk.ts';
import { eidoOf, eidoText, movedEido } from '../support/eido-examples.ts';
import { pidfLo } from '#shared/eido/pidf-lo.ts';
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
      words: 'Says she cannot go on.\nAlone at home.',
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

test('a person takes over what the sender says otherwise, or keeps ours', () => {
  const atWork = eidoDesk();
  const { waiting, deliver } = atWork;
  deliver(eidoText());
  const dana = atWork.as('Dana');
  const incidentId = atWork.do(dana, 'call.answer', { callId: waiting()[0]!.callId })
    .made as IncidentId;
  const view = () => atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view().sent).toMatchObject({
    agency: 'Riverside PSAP',
    incidentNumber: 'R-118',
    over: null,
    proposals: [],
  });
  deliver(movedEido('4700 N Racine, Lakeview', { incidentTypeCommonRegistryText: 'MNTL' }));
  expect(view().sent?.proposals).toEqual([
    {
      part: 'address',
      label: 'address',
      theirs: '4700 N Racine, Lakeview',
      ours: '4620 N Broadway, Uptown',
    },
    { part: 'callType', label: 'call type', theirs: expect.any(String), ours: expect.any(String) },
  ]);
  atWork.do(dana, 'eido.settle', { incidentId, part: 'address', how: 'taken-over' });
  atWork.do(dana, 'eido.settle', { incidentId, part: 'callType', how: 'declined' });
  expect(view()).toMatchObject({
    place: { address: '4700 N Racine, Lakeview', areaId: 'lakeview' },
    callType: 'SUITHR',
    sent: { proposals: [] },
  });
  expect(view().timeline.map(({ text }) => text)).toContain(
    'Kept ours and not what the sender says of the call type',
  );
  const again = { incidentId, part: 'address', how: 'declined' } as const;
  expect(atWork.desk.answer('eido.settle', again, dana)).toMatchObject({ refused: 'no-proposal' });
});

test('places come as fixes, each once, and an address only the location object has is the address', () => {
  const { waiting, deliver } = eidoDesk();
  const [location] = eidoOf()['locationComponent'] as object[];
  const point = (lat: number, lastUpdateTimeStamp: string) => ({
    ...location,
    lastUpdateTimeStamp,
    locationDescriptionText: undefined,
    locationByValue: pidfLo(
      'pres:somebody@riverside.example',
      { lat, lon: -87.65 },
      lastUpdateTimeStamp,
    ),
  });
  const early = '2026-03-03T11:50:00-06:00';
  const sent = (lat: number, at: string, more: object = {}) =>
    eidoText({ lastUpdateTimeStamp: at, ...more }, { locationComponent: [point(lat, at)] });
  deliver(sent(41.9, early));
  expect(waiting()[0]?.fixes).toMatchObject([
    { source: 'eido', shape: { kind: 'point', position: { lat: 41.9, lon: -87.65 } } },
  ]);
  const later = '2026-03-03T11:56:00-06:00';
  deliver(sent(41.95, later), sent(41.95, later, { internalIncidentId: 'R-119' }));
  expect(waiting()[0]?.fixes).toHaveLength(2);
  deliver(eidoText(LATER, { locationComponent: [{ ...location, locationByValue: '<broken' }] }));
  expect(waiting()[0]?.fixes).toHaveLength(2);
});

test('what the sender warns of is a caution of theirs, once, for those who may read it', () => {
  const atWork = eidoDesk();
  const { waiting, deliver } = atWork;
  const caution = (id: string, text: string, registry: string) => ({
    $id: id,
    lastUpdateTimeStamp: LATER.lastUpdateTimeStamp,
    updatedByAgencyReference: { $ref: 'riverside.example' },
    cautionTypeInternalText: text,
    cautionTypeCommonRegistryText: registry,
    cautionSeverity: 'high',
  });
  const warned = [caution('c1', 'Two dogs', 'Animal'), caution('c2', 'Known to police', 'Other')];
  deliver(
    eidoText({}, { cautionComponent: warned.slice(0, 1) }),
    eidoText(LATER, { cautionComponent: warned }),
  );
  const incidentId = atWork.do(atWork.as('Dana'), 'call.answer', {
    callId: waiting()[0]!.callId,
  }).made as IncidentId;
  const seenBy = (name: string) =>
    atWork
      .do(atWork.as(name), 'incident.focus', { incidentId })!
      .cautions.map(({ text }) => text)
      .toSorted();
  expect(seenBy('Dana')).toEqual(['Known to police', 'Two dogs']);
  expect(seenBy('Cleo')).toEqual(['Two dogs']);
  const [first] = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!.cautions;
  expect(first?.source).toBe('said by Riverside PSAP, not confirmed here');
});
