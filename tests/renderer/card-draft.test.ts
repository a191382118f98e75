import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cardOf,
  clockOf,
  emptyCard,
  isNextDay,
  NO_UNIT,
  type CardDraft,
} from '#renderer/outage/card-draft.ts';

const time = (typed: string) => ({ time: typed, about: false });
const utc = (day: string, clock: string) => `${day}T${clock}:00.000Z`;

const written = (more: Partial<CardDraft> = {}): CardDraft => ({
  ...emptyCard('2026-03-03'),
  card: '7',
  keptBy: 'Pat',
  received: time('14:07'),
  ...more,
});

test('a card needs its number, who kept it and when the call came in; nothing else', () => {
  expect(cardOf(emptyCard('2026-03-03'), utc)).toMatchObject({ field: 'card' });
  expect(cardOf(written({ keptBy: ' ' }), utc)).toMatchObject({ field: 'keptBy' });
  expect(cardOf(written({ received: time('') }), utc)).toMatchObject({ field: 'received' });
  expect(cardOf(written(), utc)).toMatchObject({
    card: '7',
    received: { at: '2026-03-03T14:07:00.000Z', about: false },
    answered: { at: '2026-03-03T14:07:00.000Z', about: false },
    answers: [],
    decided: null,
    units: [],
    closed: null,
  });
});

test.each([
  ['1407', '14:07'],
  ['14:07', '14:07'],
  ['9:05', '09:05'],
  ['905', '09:05'],
  ['24:00', null],
  ['14:60', null],
  ['7', null],
  ['', null],
  ['two', null],
])('“%s” is read as %s', (typed, clock) => {
  expect(clockOf(typed)).toBe(clock);
});

test('every minute of the day is read back as it was written', () => {
  const minute = fc.record({ hour: fc.nat(23), minute: fc.nat(59) });
  fc.assert(
    fc.property(minute, ({ hour, minute: of }) => {
      const clock = `${String(hour).padStart(2, '0')}:${String(of).padStart(2, '0')}`;
      expect(clockOf(clock)).toBe(clock);
      expect(clockOf(clock.replace(':', ''))).toBe(clock);
    }),
  );
});

test('on the card of an evening, a time of the morning is the next day', () => {
  const draft = written({
    received: time('23:50'),
    response: 'police-ems',
    decided: time('0:05'),
  });
  expect(isNextDay(draft, '0:05')).toBe(true);
  expect(isNextDay(draft, '23:55')).toBe(false);
  expect(cardOf(draft, utc)).toMatchObject({ decided: { at: { at: '2026-03-04T00:05:00.000Z' } } });
  // By day it is a slip of the pen, and main says so.
  expect(cardOf({ ...draft, received: time('14:50') }, utc)).toMatchObject({
    decided: { at: { at: '2026-03-03T00:05:00.000Z' } },
  });
});

test('a unit without a clear time is sent on the board instead', () => {
  const unit = { ...NO_UNIT, unitId: 'M1', assigned: time('14:10') };
  const card = cardOf(written({ units: [unit] }), utc);
  expect(card).toMatchObject({ field: 'units.0.clear' });
  expect(JSON.stringify(card)).toContain('send it on the board');
});

test('a time the clock never showed is said at its field', () => {
  expect(cardOf(written(), () => null)).toMatchObject({ field: 'received' });
});
