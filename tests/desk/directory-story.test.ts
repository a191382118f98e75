import { beforeEach, describe, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import {
  directoryFile,
  directoryInForce,
  INVENTED_DIRECTORY,
} from '../support/directory-examples.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyDirectories } from '#db/directory/directory-documents.ts';
import type { Session } from '#main/desk/desk.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { NO_FILTER } from '#shared/directory/directory-search.ts';
import type { IncidentId, ServiceId } from '#shared/lib/brand.ts';

const CRISIS = 'crisis-line' as ServiceId;
const SOBER = 'sober-living' as ServiceId;

let atWork: DeskAtWork;
let pat: Session;
let sam: Session;

beforeEach(() => {
  atWork = centerAtWork();
  pat = atWork.as('Pat');
  sam = atWork.as('Sam');
});

function search(query: Partial<Input<'directory.search'>> = {}) {
  return atWork.do(pat, 'directory.search', {
    text: '',
    filter: NO_FILTER,
    order: 'words',
    offset: 0,
    incidentId: null,
    ...query,
  });
}

function names(query: Partial<Input<'directory.search'>> = {}) {
  return search(query).lines.map(({ name }) => name);
}

function filtered(change: Partial<typeof NO_FILTER>) {
  return names({ filter: { ...NO_FILTER, ...change } });
}

function refused(
  session: Session,
  topic: 'directory.adopt' | 'directory.withdraw' | 'service.verify',
  input: unknown,
) {
  const reply = atWork.desk.answer(topic, input, session);
  if (reply.ok) throw new Error(`${topic} was not refused.`);
  return reply.refused;
}

describe('from a file to the directory in force', () => {
  test('an import shows what is new, changed and gone before it is adopted', () => {
    const before = atWork.do(sam, 'directory.examine', directoryFile());
    expect(before.changes).toEqual({ added: 3, changed: 0, gone: 0 });
    expect(names()).toEqual([]);
    directoryInForce(atWork);
    const [crisis, sober] = INVENTED_DIRECTORY;
    const second = { ...INVENTED_DIRECTORY[2], id: 'second', name: 'Second Pantry' };
    const next = [{ ...crisis, fees_description: '$20' }, sober, second];
    const seen = atWork.do(sam, 'directory.examine', directoryFile(next));
    expect(seen.changes).toEqual({ added: 1, changed: 1, gone: 1 });
    expect(seen.changed).toMatchObject([{ serviceId: CRISIS, what: ['cost'] }]);
    expect(seen.gone).toMatchObject([{ name: 'Corner Food Pantry' }]);
  });

  test('who comes first: only what was looked at last can be adopted, and only once', () => {
    const { hash } = atWork.do(sam, 'directory.examine', directoryFile());
    expect(refused(sam, 'directory.adopt', { hash: 'a'.repeat(64) })).toBe('not-examined');
    atWork.do(sam, 'directory.adopt', { hash: hash ?? '' });
    atWork.do(sam, 'directory.examine', directoryFile());
    expect(refused(sam, 'directory.adopt', { hash })).toBe('same-directory');
  });

  test('a file with one fault changes nothing', () => {
    directoryInForce(atWork);
    const { hash, faults } = atWork.do(
      sam,
      'directory.examine',
      directoryFile([{ id: 'x', name: 'X' }]),
    );
    expect(hash).toBeNull();
    expect(faults[0]).toMatchObject({ file: 'invented.json', row: 1 });
    expect(names()).toHaveLength(3);
  });

  test('the one before is brought back in one step, also after a restart', () => {
    const first = directoryInForce(atWork);
    const second = directoryInForce(atWork, INVENTED_DIRECTORY.slice(0, 1));
    expect(names()).toHaveLength(1);
    atWork = atWork.reopen();
    atWork.do(sam, 'directory.withdraw', { hash: second, reason: 'Half of it is missing.' });
    expect(names()).toHaveLength(3);
    expect(atWork.do(pat, 'directory.overview', { incidentId: null })).toMatchObject({
      inForce: { hash: first, adoptedByName: 'Sam', counts: { services: 3 } },
      stepBack: null,
    });
    expect(refused(sam, 'directory.withdraw', { hash: first, reason: 'Again.' })).toBe(
      'one-step-only',
    );
  });

  test('the very first can be taken away, and then there is none', () => {
    const hash = directoryInForce(atWork);
    atWork.do(sam, 'directory.withdraw', { hash, reason: 'Wrong town.' });
    expect(search()).toMatchObject({ total: 0, lines: [] });
  });

  test('an index that is lost is made again from the content', () => {
    directoryInForce(atWork);
    atWork.desk.db.exec('DELETE FROM directory_slots');
    atWork = atWork.reopen();
    expect(names({ text: 'crisis' })).toEqual(['Harbor Crisis Line']);
  });

  test('a file of one table is laid over what is there', () => {
    directoryInForce(atWork);
    const phones = 'id,service_id,number,type\np9,pantry,312-555-0177,voice\n';
    const seen = atWork.do(sam, 'directory.examine', {
      source: 'phones.csv',
      files: [{ name: 'phones.csv', text: phones }],
    });
    expect(seen).toMatchObject({ whole: false, changes: { added: 0, changed: 1, gone: 0 } });
    atWork.do(sam, 'directory.adopt', { hash: seen.hash ?? '' });
    const [line] = search({ text: 'pantry' }).lines;
    expect(line?.phones).toMatchObject([{ number: '312-555-0177' }]);
  });

  test('the audit finds a directory that was changed or is missing, and follows every table', () => {
    const hash = directoryInForce(atWork);
    const { db } = atWork.desk;
    expect(verifyDirectories(db)).toEqual([]);
    expect(auditBoard(db).equal).toBe(true);
    expect(() => db.exec("UPDATE directories SET document = x'00'")).toThrow('kept by their hash');
    db.exec('DROP TRIGGER directories_never_change');
    db.exec("UPDATE directories SET document = x'00'");
    expect(verifyDirectories(db)).toEqual([{ hash, is: 'changed' }]);
    db.exec('DELETE FROM directories');
    expect(verifyDirectories(db)).toEqual([{ hash, is: 'missing' }]);
  });

  test('call-takers search and keep nothing', () => {
    for (const topic of ['directory.adopt', 'directory.withdraw', 'service.verify'] as const)
      expect(refused(pat, topic, {})).toBe('not-allowed');
  });

  test('both formats come back as they were', () => {
    const hash = directoryInForce(atWork);
    for (const as of ['json', 'csv'] as const) {
      const { files } = atWork.do(sam, 'directory.export', { as });
      expect(atWork.do(sam, 'directory.examine', { source: as, files: [...files] }).hash).toBe(
        hash,
      );
    }
  });
});

describe('looking something up', () => {
  beforeEach(() => void directoryInForce(atWork));

  test('words find by name, kind, organization and what is said, in any order and half typed', () => {
    expect(names({ text: 'crisis' })).toEqual(['Harbor Crisis Line']);
    expect(names({ text: 'house harb' })).toEqual(['Harbor Crisis Line']);
    expect(names({ text: 'substance' })).toEqual(['Lakeside Sober Living']);
    expect(names({ text: 'canned' })).toEqual(['Corner Food Pantry']);
    expect(names({ text: 'crisis pantry' })).toEqual([]);
  });

  test('a mistyped word finds what was meant, and says so', () => {
    expect(search({ text: 'crysis line' })).toMatchObject({
      total: 1,
      instead: expect.stringContaining('line'),
    });
    expect(search({ text: 'zzzzzz' })).toMatchObject({ total: 0, instead: null });
  });

  test.each([
    '"',
    '*',
    'name:',
    'crisis OR pantry',
    'NEAR(',
    "'); DROP",
    '^',
    '-',
    '(',
    '\u0000',
    '😀',
  ])('no sign is an operator: %s', (text) => {
    expect(search({ text }).total).toBeGreaterThanOrEqual(0);
  });

  test('filters ask by kind, hours, age, language, cost and area', () => {
    expect(filtered({ kind: 'food' })).toEqual(['Corner Food Pantry']);
    expect(filtered({ free: true })).toEqual(['Harbor Crisis Line']);
    expect(filtered({ language: 'es' })).toEqual(['Harbor Crisis Line']);
    expect(filtered({ age: 17 })).not.toContain('Lakeside Sober Living');
    expect(filtered({ area: '60640' })).toEqual(['Lakeside Sober Living']);
    // Tuesday noon.
    expect(filtered({ openNow: true })).toEqual(['Harbor Crisis Line', 'Lakeside Sober Living']);
    atWork.pass(12 * 60);
    expect(filtered({ openNow: true })).toEqual(['Harbor Crisis Line']);
  });

  test('a line says until when it is open, and when it opens', () => {
    const open = () => search({ text: 'sober' }).lines[0]?.open;
    expect(open()).toEqual({ is: 'open', until: { date: '2026-03-03', minute: 17 * 60 } });
    atWork.pass(6 * 60);
    expect(open()).toEqual({ is: 'closed', opens: { date: '2026-03-04', minute: 9 * 60 } });
  });

  test('distance is measured from the point of the incident, and without one there is none', () => {
    const incidentId = openedIncident(atWork, pat);
    const lake = () => search({ text: 'sober', incidentId }).lines[0]?.meters ?? null;
    expect(lake()).toBeNull();
    setPoint(incidentId, { lat: 41.96, lon: -87.65 });
    expect(lake()).toBeGreaterThan(700);
    expect(lake()).toBeLessThan(900);
    const near = { incidentId, filter: { ...NO_FILTER, withinKm: 1 } };
    expect(names(near)).toEqual(['Lakeside Sober Living']);
    expect(names({ ...near, filter: { ...NO_FILTER, withinKm: 0.5 } })).toEqual([]);
    expect(names({ incidentId, order: 'near' })[0]).toBe('Lakeside Sober Living');
  });
});

describe('what this center finds out', () => {
  beforeEach(() => void directoryInForce(atWork));

  const line = (text: string) => search({ text }).lines[0];

  test('capacity is shown with its time, goes stale after twelve hours, and is a filter', () => {
    expect(filtered({ capacity: true })).toEqual([]);
    atWork.do(sam, 'service.note-capacity', {
      serviceId: CRISIS,
      state: 'open',
      places: 2,
      note: 'Tonight',
    });
    expect(line('crisis')?.capacity).toMatchObject({ state: 'open', places: 2, stale: false });
    expect(filtered({ capacity: true })).toEqual(['Harbor Crisis Line']);
    atWork.pass(12 * 60 + 1);
    expect(line('crisis')?.capacity).toMatchObject({ stale: true });
    expect(filtered({ capacity: true })).toEqual([]);
  });

  test('nobody is full and has places', () => {
    const full = { serviceId: CRISIS, state: 'full', places: 1, note: '' };
    expect(atWork.desk.answer('service.note-capacity', full, sam)).toMatchObject({
      refused: 'full-with-places',
    });
  });

  test('whoever asked last counts as the one who checked', () => {
    expect(line('crisis')?.verified).toEqual({ on: '2026-02-01', old: false, by: 'directory' });
    expect(line('sober')?.verified).toEqual({ on: null, old: true, by: null });
    atWork.do(sam, 'service.verify', { serviceId: SOBER, how: 'Called the front desk.' });
    expect(line('sober')?.verified).toEqual({ on: '2026-03-03', old: false, by: 'center' });
    atWork.pass(200 * 24 * 60);
    expect(line('sober')?.verified).toMatchObject({ old: true, by: 'center' });
  });

  test('closed for now ends by itself after its last day, or when somebody says so', () => {
    atWork.do(sam, 'service.close-for-now', {
      serviceId: SOBER,
      until: '2026-03-04',
      reason: 'Flood',
    });
    expect(line('sober')?.notNow).toBe('Closed until 2026-03-04: Flood');
    expect(filtered({ openNow: true })).toEqual(['Harbor Crisis Line']);
    atWork.pass(2 * 24 * 60);
    expect(line('sober')?.notNow).toBeNull();
    atWork.do(sam, 'service.close-for-now', { serviceId: SOBER, until: null, reason: 'Mold' });
    atWork.do(sam, 'service.open-again', { serviceId: SOBER });
    expect(line('sober')?.notNow).toBeNull();
    expect(atWork.desk.answer('service.open-again', { serviceId: SOBER }, sam)).toMatchObject({
      refused: 'not-closed',
    });
  });

  test('what a person says of substance use stands over the words', () => {
    expect(line('sober')?.substanceUse).toBe('yes');
    atWork.do(sam, 'service.mark-substance-use', { serviceId: SOBER, substanceUse: false });
    expect(line('sober')?.substanceUse).toBe('no');
    expect(filtered({ kind: 'substance-use' })).toEqual([]);
  });

  test('it outlives the next directory, because the service has the same id', () => {
    atWork.do(sam, 'service.note-capacity', {
      serviceId: CRISIS,
      state: 'full',
      places: null,
      note: '',
    });
    directoryInForce(atWork, INVENTED_DIRECTORY.slice(0, 2));
    expect(line('crisis')?.capacity).toMatchObject({ state: 'full' });
  });

  test('nothing is noted of a service that is not there', () => {
    expect(refused(sam, 'service.verify', { serviceId: 'nobody', how: 'Called.' })).toBe(
      'no-such-service',
    );
  });
});

function setPoint(incidentId: IncidentId, point: { lat: number; lon: number }): void {
  atWork.do(pat, 'incident.set-position', {
    incidentId,
    position: point,
    source: 'typed',
    otherArea: 'keep',
  });
}
