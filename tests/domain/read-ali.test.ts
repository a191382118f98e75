import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliRecord, layout, record512, SCREEN, WIRELESS } from '../support/ali-records.ts';
import { readAliLayout } from '#shared/location/ali-layout.ts';
import { fixOf, type AliRecord } from '#shared/location/ali-record.ts';
import { readAli } from '#shared/location/read-ali.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { SHIPPED_LAYOUTS, shippedLayout } from '#shared/location/shipped-layouts.ts';

function read(text: string, name: Parameters<typeof layout>[0] = 'nena-512'): AliRecord {
  const record = readAli(text, layout(name));
  if (isRefusal(record)) throw new Error(record.because);
  return record;
}

test('a wireless call of 512 bytes, field by field', () => {
  expect(read(record512(WIRELESS))).toEqual(aliRecord({ bid: 'new-call' }));
});

test('a residence has an address, nothing drawn and no routing number', () => {
  const record = read(
    record512({
      number: '7735550100',
      classOfService: '1',
      name: 'EXAMPLE, ALEX',
      houseNumber: '1130',
      houseSuffix: '1/2',
      preDirectional: 'W',
      street: 'LAWRENCE',
      streetSuffix: 'AVE',
      community: 'UPTOWN',
      location: 'APT 3F',
    }),
  );
  expect(record).toMatchObject({
    number: '773-555-0100',
    classOfService: 'RESD',
    civic: '1130 1/2 W LAWRENCE AVE, APT 3F, UPTOWN',
    shape: { kind: 'civic-only' },
    confidence: null,
    details: { found: 'record', pseudoAni: null, name: 'EXAMPLE, ALEX' },
  });
});

test('with a number to call back, the calling one is what the call was routed by', () => {
  const record = read(record512({ ...WIRELESS, number: '3125110007', callback: '3125550142' }));
  expect(record).toMatchObject({ number: '312-555-0142', details: { pseudoAni: '312-511-0007' } });
});

test('a screen of lines, by line and column and by its words', () => {
  const record = read(SCREEN.join('\r\n'), 'nena-30-line');
  expect(record).toMatchObject({
    bid: 'new-call',
    number: '312-555-0142',
    classOfService: 'WPH2',
    civic: '4600 N BROADWAY, NE SECTOR, CHICAGO, IL',
    shape: { kind: 'circle', middle: { lat: 41.965, lon: -87.658 }, radius: 120 },
    confidence: 90,
    details: {
      found: 'record',
      pseudoAni: '312-511-0007',
      esn: '512',
      carrier: 'EXMPL',
      agencies: { law: 'CHICAGO PD', fire: 'CHICAGO FD', ems: 'CFD EMS' },
      written: '03/03/26 12:05:01',
    },
  });
});

describe('a person called, whatever the database has', () => {
  test('no record of the number', () => {
    const record = read(
      record512({ number: '3125550142', location: 'NO RECORD FOUND', name: 'NO RECORD FOUND' }),
    );
    expect(record).toMatchObject({
      number: '312-555-0142',
      civic: null,
      details: { found: 'none', name: '' },
    });
  });

  test('a record that is blank', () => {
    expect(read(record512({}))).toMatchObject({
      number: null,
      civic: null,
      shape: { kind: 'civic-only' },
      details: { found: 'blank' },
    });
    expect(read(record512({ number: '0000000000' })).number).toBeNull();
  });

  test('a number without anything else', () => {
    expect(read(record512({ number: '9115550142' }))).toMatchObject({
      number: '911-555-0142',
      details: { found: 'blank' },
    });
  });
});

test.each(['', ' ', '\r\n\r\n', '\0'.repeat(512), ' '.repeat(512), '\ufeff'])(
  'nothing at all (%j) is no call, by any layout',
  (text) => {
    for (const name of ['nena-512', 'nena-30-line'] as const) {
      const refused = readAli(text, layout(name));
      expect(refused).toMatchObject({ refused: 'empty-record' });
      expect(isRefusal(refused) && refused.because).toContain('The record is empty');
    }
  },
);

test.each([
  ['zeros are no position', { latitude: '00.000000', longitude: '00.000000' }, 'civic-only', []],
  ['out of range', { latitude: '99.99999' }, 'civic-only', ['latitude', 'longitude']],
  ['words', { latitude: 'NOT AVAIL' }, 'civic-only', ['latitude']],
  ['no uncertainty', { uncertainty: '' }, 'point', []],
  ['an uncertainty of words', { uncertainty: 'UNKNOWN' }, 'point', ['uncertainty']],
  ['a confidence of 0', { confidence: '0' }, 'circle', []],
])('%s: the call is kept, and what could not be read is said', (_what, written, kind, unread) => {
  const record = read(record512({ ...WIRELESS, ...written }));
  expect(record.shape.kind).toBe(kind);
  expect(record.details.unread).toEqual(unread);
  expect(record.number).toBe('312-555-0142');
});

test('what is no record of this layout is refused, so that noise rings nowhere', () => {
  const noise = Array.from({ length: 512 }, (_, at) => String.fromCharCode(128 + (at % 32))).join(
    '',
  );
  for (const text of [noise, '%$#@!'.repeat(100), SCREEN.join('\r\n')]) {
    const refused = readAli(text, layout('nena-512'));
    expect(isRefusal(refused) && refused.because).toContain('does not look like nena-512');
  }
});

test('feet become metres, and a layout may give longitudes their sign', () => {
  const ours = { ...layout('nena-512'), uncertaintyIn: 'feet', longitudes: 'signed' } as const;
  const record = readAli(
    record512({ ...WIRELESS, longitude: '-87.65800', uncertainty: '1000' }),
    ours,
  );
  expect(record).toMatchObject({ shape: { middle: { lon: -87.658 }, radius: 304.8 } });
});

test('a fix of a record is as old as its coming, with all the record said', () => {
  const at = '2026-03-03T18:05:02.000Z';
  const record = aliRecord();
  expect(fixOf(record, at)).toEqual({
    at,
    source: 'ali',
    shape: record.shape,
    confidence: 90,
    civic: record.civic,
    classOfService: 'WPH2',
    record: record.details,
  });
  expect(fixOf(aliRecord({ altitude: 193 }), at).altitude).toBe(193);
});

test('any text is read or refused with a sentence, in no time and never thrown', () => {
  const layouts = [layout('nena-512'), layout('nena-30-line')];
  fc.assert(
    fc.property(
      fc.constantFrom(...layouts),
      fc.string({ maxLength: 600, unit: 'binary' }),
      fc.nat(511),
      (ours, text, at) => {
        const mixed = record512(WIRELESS).slice(0, at) + text;
        const record = readAli(mixed, ours);
        if (isRefusal(record)) expect(record.because).toMatch(/\.$/u);
        else expect(JSON.stringify(record).length).toBeLessThan(8000);
      },
    ),
    { numRuns: 300 },
  );
});

describe('a layout', () => {
  const base = structuredClone(layout('nena-30-line'));

  test.each(SHIPPED_LAYOUTS)('%s ships, and reads again as what it is', (name) => {
    const read = readAliLayout(structuredClone(shippedLayout(name)));
    expect(read).toEqual({ layout: shippedLayout(name) });
  });

  test.each([
    ['a list', [], 'must be'],
    ['another member', { ...base, speed: 9600 }, '“speed” is no member'],
    ['no number', { ...base, fields: { name: base.fields.name } }, 'No field is the number'],
    ['an unknown sign', { ...base, answer: '<BEL>' }, '“answer”'],
    [
      'a column of 0',
      { ...base, fields: { number: { column: 0, width: 3 } } },
      '“column” must be at least 1',
    ],
    [
      'a record of a megabyte',
      { ...base, record: { by: 'length', bytes: 1e6, end: '*' } },
      'bytes',
    ],
    ['another encoding', { ...base, encoding: 'ebcdic' }, '“encoding” may be'],
  ])('%s is refused in a sentence that names it', (_what, document, said) => {
    const read = readAliLayout(document);
    expect(
      'problems' in read ? read.problems.map(({ message }) => message).join(' ') : '',
    ).toContain(said);
  });
});
