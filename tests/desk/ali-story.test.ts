import { expect, test } from 'vitest';
import { aliRecord } from '../support/ali-records.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { AliRecord } from '#shared/location/ali-record.ts';

function aliDesk() {
  const atWork = centerAtWork();
  return {
    ...atWork,
    deliver: (...records: readonly AliRecord[]) =>
      atWork.desk
        .deliver(records.map((record) => ({ kind: 'ali', from: 'ALI line', record })))
        .map((each) => ('ok' in each ? each.what : each.refused)),
    waiting: () => waitingCalls(atWork.desk.db).toSorted((a, b) => a.number - b.number),
  };
}

/** The same caller, some time later and somewhere near. */
function reBid(written: string, radius: number): AliRecord {
  const record = aliRecord();
  return aliRecord({
    shape: { kind: 'circle', middle: { lat: 41.966, lon: -87.657 }, radius },
    details: { ...record.details, written },
  });
}

const LANDLINE = aliRecord({
  number: '773-555-0100',
  classOfService: 'RESD',
  civic: '1130 W LAWRENCE AVE, APT 3F, Uptown',
  shape: { kind: 'civic-only' },
  confidence: null,
});

test('a record rings as a call, a re-bid adds a location, and the same again is known', () => {
  const { deliver, waiting, desk } = aliDesk();
  expect(deliver(aliRecord(), reBid('03032026 120532', 45))).toEqual(['new-call', 'update']);
  const [call] = waiting();
  expect(call).toMatchObject({ source: 'ali', ani: '312-555-0142', incidentId: null });
  expect(call!.fixes.map(({ shape }) => shape.kind === 'circle' && shape.radius)).toEqual([
    120, 45,
  ]);
  const head = desk.journal.head();
  expect(deliver(aliRecord(), reBid('03032026 120532', 45))).toEqual(['known', 'known']);
  expect([desk.journal.head(), waiting().length]).toEqual([head, 1]);
});

test('the address of a tower is no place of a caller, the address of a residence is', () => {
  const { deliver, waiting } = aliDesk();
  deliver(aliRecord(), LANDLINE);
  expect(waiting()).toMatchObject([
    { address: '', areaId: null, fixes: [{ civic: '4600 N BROADWAY, NE SECTOR, CHICAGO, IL' }] },
    { address: '1130 W LAWRENCE AVE, APT 3F, Uptown', areaId: 'uptown' },
  ]);
});

test('after it was answered a re-bid stands on the timeline and changes no place', () => {
  const atWork = aliDesk();
  const { deliver, waiting } = atWork;
  deliver(aliRecord());
  const dana = atWork.as('Dana');
  const incidentId = atWork.do(dana, 'call.answer', { callId: waiting()[0]!.callId })
    .made as IncidentId;
  expect(deliver(reBid('03032026 120532', 45))).toEqual(['update']);
  const view = atWork.do(dana, 'incident.focus', { incidentId })!;
  expect(view.place).toEqual({ address: '', areaId: null, position: null });
  expect(view.timeline.at(-1)!.text).toBe(
    'Location (ALI WPH2): 41.96600, -87.65700, within 45 m (90 %), by a tower at 4600 N BROADWAY, NE SECTOR, CHICAGO, IL',
  );
});

test('somebody who calls again later, or whose controller says so, is another call', () => {
  const { deliver, waiting, pass } = aliDesk();
  deliver(LANDLINE);
  expect(deliver({ ...LANDLINE, bid: 'new-call' })).toEqual(['known']);
  const again = { ...LANDLINE.details, written: '03032026 120900' };
  expect(deliver({ ...LANDLINE, bid: 'new-call', details: again })).toEqual(['new-call']);
  pass(11 * 60);
  expect(deliver({ ...LANDLINE, details: { ...again, written: '03032026 122100' } })).toEqual([
    'new-call',
  ]);
  expect(waiting().map(({ ani }) => ani)).toEqual(Array(3).fill('773-555-0100'));
});

test('a routing number leads to its call, and to nobody else once it was given to the next caller', () => {
  const { deliver, waiting } = aliDesk();
  const details = { ...aliRecord().details, pseudoAni: '312-511-0007' };
  const first = aliRecord({ number: null, classOfService: 'WPH1', details });
  deliver(first);
  expect(waiting()).toMatchObject([{ ani: null }]);
  const withNumber = aliRecord({ details: { ...details, written: '03032026 120530' } });
  expect(deliver(withNumber)).toEqual(['update']);
  expect(waiting()).toMatchObject([{ ani: '312-555-0142', fixes: { length: 2 } }]);
  const next = aliRecord({ number: '312-555-0199', details });
  expect(deliver(next)).toEqual(['new-call']);
});

test('nobody who called is lost: no record, a blank record, no number', () => {
  const { deliver, waiting } = aliDesk();
  const nothing = { shape: { kind: 'civic-only' }, civic: null, confidence: null } as const;
  const said = (found: 'none' | 'blank') => ({ ...aliRecord().details, found, name: '' });
  const none = aliRecord({ ...nothing, classOfService: null, details: said('none') });
  const blank = aliRecord({
    ...nothing,
    number: null,
    classOfService: null,
    details: said('blank'),
  });
  expect(deliver(none, blank, blank)).toEqual(['new-call', 'new-call', 'new-call']);
  expect(waiting().map(({ fixes }) => fixes[0]?.record?.found)).toEqual(['none', 'blank', 'blank']);
});

test('a record about a call somebody typed in is its location, not another call', () => {
  const atWork = aliDesk();
  const dana = atWork.as('Dana');
  atWork.do(dana, 'call.receive', {
    ani: '(312) 555-0142',
    address: '4700 N Racine',
    words: '',
    callType: null,
  });
  expect(atWork.deliver(aliRecord())).toEqual(['update']);
  expect(atWork.waiting()).toMatchObject([{ address: '4700 N Racine', fixes: { length: 1 } }]);
});
