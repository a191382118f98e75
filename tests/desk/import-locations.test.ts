import { expect, test } from 'vitest';
import { desk, importFolder } from '../import/import-folder.ts';
import {
  aliRecord,
  layout,
  record512,
  recordOfLines,
  SCREEN,
  WIRELESS,
} from '../support/ali-records.ts';
import { centerAtWork } from '../support/desk-at-work.ts';
import { answeredFrom } from '../support/location-examples.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { importAli, importPidfLo } from '#main/desk/location/import-locations.ts';

const FILE = { file: '/tmp/spill.txt', from: 'spill.txt' };

const pidfLo = (entity: string, radius = 120) =>
  `<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="${entity}"><tuple><status><geopriv><location-info>
   <Circle srsName="urn:ogc:def:crs:EPSG::4326"><pos>41.965 -87.658</pos><radius>${radius}</radius></Circle>
   </location-info></geopriv></status></tuple></presence>`;

test('a file of records is taken as a spill is; what is no record of it is counted', () => {
  const atWork = centerAtWork();
  const other = record512({ ...WIRELESS, number: '3125550199' });
  const bytes = `noise* ${record512(WIRELESS)}${other}${record512(WIRELESS)}`;
  expect(importAli(atWork.desk, FILE, bytes, layout('nena-512'))).toEqual({
    file: FILE.file,
    preset: 'ali',
    layout: 'nena-512',
    rows: 3,
    imported: 2,
    updated: 0,
    alreadyKnown: 1,
    rejected: [],
    skipped: 7,
  });
  const noise = recordOfLines(Array(12).fill('%$#@!&*()_ %$#@!&*()_'));
  expect(
    importAli(atWork.desk, FILE, noise + recordOfLines(SCREEN), layout('nena-30-line')),
  ).toMatchObject({
    rows: 2,
    imported: 1,
    updated: 0,
    rejected: [{ index: 1, why: expect.stringContaining('does not look like nena-30-line') }],
  });
});

test('a record without a sign in it is refused with a sentence', () => {
  const atWork = centerAtWork();
  const bytes = recordOfLines(['', '   ']) + recordOfLines(SCREEN);
  const report = importAli(atWork.desk, FILE, bytes, layout('nena-30-line'));
  expect(report).toMatchObject({ rows: 2, imported: 1 });
  expect(report.rejected).toMatchObject([
    { index: 1, why: expect.stringContaining('The record is empty') },
  ]);
});

test('the same file again rings nobody, also when its calls are long over', () => {
  const atWork = centerAtWork();
  const bytes = record512(WIRELESS);
  const again = () => importAli(atWork.desk, FILE, bytes, layout('nena-512'));
  expect(again()).toMatchObject({ imported: 1 });
  atWork.pass(3 * 3600);
  expect(again()).toMatchObject({ imported: 0, alreadyKnown: 1 });
  // Without a date the record may be another call at the same time of another day.
  const undated = record512({ ...WIRELESS, date: '', number: '3125550111' });
  const take = () => importAli(atWork.desk, FILE, undated, layout('nena-512')).imported;
  expect(take()).toBe(1);
  atWork.pass(24 * 3600);
  expect(take()).toBe(1);
});

test('a location document goes to the call of its number, and rings when nobody waits with it', () => {
  const atWork = centerAtWork();
  const take = (xml: string) => importPidfLo(atWork.desk, FILE, xml);
  const incidentId = answeredFrom(atWork, aliRecord());
  expect(take(pidfLo('tel:+1-312-555-0142'))).toMatchObject({ updated: 1, rejected: [] });
  expect(take(pidfLo('tel:+1-312-555-0142'))).toMatchObject({ updated: 0, alreadyKnown: 1 });
  const { lines } = atWork.do(atWork.as('Dana'), 'call.locations', { incidentId });
  expect(lines.map(({ fix }) => fix.source)).toEqual(['pidf-lo', 'ali']);

  expect(take(pidfLo('sip:7735550177@example.com'))).toMatchObject({ imported: 1 });
  expect(waitingCalls(atWork.desk.db)).toMatchObject([{ ani: '7735550177', fixes: { length: 1 } }]);
  const nobody = take(pidfLo('pres:alice@example.com'));
  expect(nobody.rejected).toMatchObject([{ why: expect.stringContaining('no telephone number') }]);
  expect(take('<a/>').rejected).toMatchObject([{ why: expect.stringContaining('no PIDF-LO') }]);
});

test('the command takes both kinds of file, and says what it cannot use', async () => {
  const atWork = centerAtWork();
  atWork.desk.close();
  const { folder: data } = atWork;
  const { put } = importFolder();
  const spill = put(record512(WIRELESS), 'spill.txt');
  const xml = put(pidfLo('tel:3125550142', 40), 'caller.xml');
  const own = put('{ "name": "ours" }', 'own.json');
  const first = await desk('import', spill, '--data', data, '--layout', 'nena-512');
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({ preset: 'ali', imported: 1 });
  const second = await desk('import', xml, '--data', data);
  expect(JSON.parse(second.out)).toMatchObject({ preset: 'pidf-lo', updated: 1 });
  const third = await desk('import', spill, '--data', data, '--layout', own);
  expect(third.code).toBe(2);
  expect(third.err).toContain('“encoding” is missing');
});
