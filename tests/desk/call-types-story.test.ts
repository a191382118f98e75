import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { desk, importFolder } from '../import/import-folder.ts';
import { deccFile, deccRow } from '../import/invented-exports.ts';
import { HEARS_VOICES, markedIncident } from '../support/call-type-examples.ts';
import { eidoDesk } from '../support/eido-desk.ts';
import { eidoText } from '../support/eido-examples.ts';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { searchPastCalls } from '#db/board/past-calls-projection.ts';
import type { CallTypesReport } from '#main/desk/call-type/call-types-report.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';

const call = (n: number, Problem: string) =>
  deccRow({ Master_Incident_Number: `31-${n}`, Problem });

async function report(data: string): Promise<CallTypesReport> {
  return JSON.parse((await desk('call-types', '--data', data)).out) as CallTypesReport;
}

describe('strings that were imported', () => {
  const FILE = deccFile(
    call(1, 'PSYCH EVAL'),
    call(2, 'SUSPICIOUS EVENT'),
    call(3, 'SUSPICIOUS EVENT'),
    call(4, 'HOMELESS OUTREACH ZZZ'),
    call(5, 'QQQ'),
  );

  test('are counted once, listed by volume, and proposed with reasons', async () => {
    const { data, import: take } = importFolder();
    await take(FILE);
    await take(FILE);
    const told = await report(data);
    expect(told).toMatchObject({
      strings: 4,
      calls: 5,
      mapped: { strings: 2, calls: 2 },
      mappedPercent: 40,
      byNexus: { behavioral: 1, possible: 1, none: 0, unmapped: 3 },
      words: { incidents: 0 },
    });
    expect(told.unmapped).toMatchObject([
      { raw: 'SUSPICIOUS EVENT', count: 2, proposal: 'OTHER', confidence: 'guess' },
      { raw: 'QQQ', count: 1, proposal: null, confidence: 'unknown' },
    ]);
  });

  test('a call retold with another type is counted there', async () => {
    const { data, import: take } = importFolder();
    await take(FILE);
    expect((await report(data)).unmapped.map(({ raw }) => raw)).toContain('QQQ');
    const atWork = openDesk({ folder: data });
    const known = searchPastCalls(atWork.db, 'QQQ', 1)[0];
    if (known === undefined) throw new Error('No such call.');
    const pastCall = { ...known, rawType: 'PSYCH EVAL' };
    atWork.record([{ type: 'past-call.imported', pastCall }], DESK_OPERATOR);
    expect(auditBoard(atWork.db).equal).toBe(true);
    atWork.close();
    expect(await report(data)).toMatchObject({ calls: 5, strings: 3, mapped: { calls: 3 } });
  });

  test('what a person reviewed comes before the table, and the next import gives it', async () => {
    const { data, import: take } = importFolder();
    await take(FILE);
    const atWork = openDesk({ folder: data });
    const lines = [
      { raw: 'suspicious  event', callType: 'WELBNG' },
      { raw: 'QQQ', callType: null },
    ];
    atWork.record([{ type: 'call-type-map.reviewed', lines }], atWork.newId() as never);
    atWork.close();
    const { report: again } = await take(FILE);
    expect(again).toMatchObject({ retyped: 2, unmappedTypes: [] });
    expect(again.byCallType).toMatchObject({ WELBNG: 2, OTHER: 1 });
  });

  test('the folder’s file counts when it was edited, and is part of the record then', async () => {
    const { data, import: take } = importFolder();
    await take(FILE);
    expect((await report(data)).version).toBe(0);
    const file = join(data, 'call-types.csv');
    writeFileSync(file, `${readFileSync(file, 'utf8')}qqq,JUVBEH,ours\n`);
    expect((await take(FILE)).report).toMatchObject({ retyped: 1 });
    expect((await report(data)).version).toBe(1);
    await take(FILE);
    expect((await report(data)).version).toBe(1);
  });
});

describe('desk call-types', () => {
  test('proposes for a list without a data folder', async () => {
    const { put } = importFolder();
    const file = put('count,raw\n3,"MENTAL, PATIENT"\n7,XYZZY\n', 'strings.csv');
    const { code, out } = await desk('call-types', '--propose', file);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      strings: 2,
      calls: 10,
      proposals: [
        { raw: 'XYZZY', count: 7, table: null, proposal: null },
        { raw: 'MENTAL, PATIENT', count: 3, proposal: 'MHDIST', nexus: 'behavioral' },
      ],
    });
  });

  test.each([
    ['no raw column', 'type,count\nX,1\n', 'names no column “raw”'],
    ['a count that is none', 'raw,count\nX,many\n', 'its count is no whole number'],
  ])('refuses a list with %s', async (_, text, why) => {
    const { code, err } = await desk('call-types', '--propose', importFolder().put(text));
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });

  test('wants one of its two ways, and a folder that is one', async () => {
    const { data } = importFolder();
    expect((await desk('call-types')).code).toBe(2);
    expect((await desk('call-types', '--data', data)).code).toBe(2);
    expect(existsSync(data)).toBe(false);
    expect((await desk('call-types', '--data', data, '--propose', 'x.csv')).code).toBe(2);
  });
});

describe('strings that are handed over', () => {
  const typed = (text: string | null, registry = 'TROUBLE') =>
    eidoText({
      incidentTypeCommonRegistryText: registry,
      incidentTypeInternalCode: undefined,
      incidentTypeInternalText: text ?? undefined,
    });

  function take(text: string) {
    const atWork = eidoDesk();
    atWork.deliver(text);
    return { atWork, row: () => atWork.waiting()[0] };
  }

  test('a pattern types a call that may be behavioral; the sender’s words stand beside it', () => {
    expect(take(typed('PSYCH EVAL')).row()).toMatchObject({
      callType: 'MHDIST',
      sender: { type: 'PSYCH EVAL' },
    });
  });

  test('no pattern alone says that a live call is about something else, and no proposal types it', () => {
    expect(take(typed('NOISE COMPLAINT')).row()).toMatchObject({ callType: null });
    expect(take(typed('MENTAL QQQ')).row()).toMatchObject({ callType: null });
  });

  test('they are seen on the screen, reviewed there, and the next call has the type', () => {
    const { atWork } = take(typed('MENTAL QQQ'));
    const sam = atWork.as('Sam');
    const view = atWork.do(sam, 'call-types.view', {});
    expect(view).toMatchObject({
      version: 0,
      table: { source: null },
      totals: { strings: 1, calls: 1, byNexus: { unmapped: 1 } },
      lines: [{ raw: 'MENTAL QQQ', calls: 1, state: 'proposed', nexus: 'behavioral' }],
    });
    atWork.do(sam, 'call-types.review', { lines: [{ raw: 'MENTAL QQQ', callType: 'MHDIST' }] });
    expect(atWork.do(sam, 'call-types.view', {}).lines).toMatchObject([
      { state: 'reviewed', callType: 'MHDIST', proposal: null },
    ]);
    expect(atWork.do(sam, 'call-types.string', { raw: 'Mental qqq' })).toMatchObject({
      reviewed: { callType: 'MHDIST', byName: 'Sam' },
      pattern: null,
      proposal: { callType: 'MHDIST', because: expect.arrayContaining([expect.any(String)]) },
    });
    atWork.do(sam, 'call-types.withdraw', { raws: ['MENTAL QQQ'] });
    expect(atWork.do(sam, 'call-types.view', {}).lines).toMatchObject([{ state: 'proposed' }]);
    expect(auditBoard(atWork.desk.db).equal).toBe(true);
  });
});

describe('the table in the window', () => {
  test('what is exported is imported again as the same, also by a reopened desk', () => {
    const atWork = centerAtWork();
    const sam = atWork.as('Sam');
    const text = 'pattern,call_type,note\n*psych*,MHDIST,"a, b"\n--x *,OVERDS,\n';
    atWork.do(sam, 'call-types.import-table', { text, source: 'ours.csv' });
    atWork.do(sam, 'call-types.review', {
      lines: [
        { raw: '=A1', callType: 'WELBNG' },
        { raw: 'said too little', callType: null },
      ],
    });
    const exported = atWork.do(sam, 'call-types.export-table', {});
    const again = centerAtWork();
    again.do(again.as('Sam'), 'call-types.import-table', { text: exported.text, source: 'x.csv' });
    expect(again.desk.callTypes().patterns).toEqual([
      { pattern: '=a1', callType: 'WELBNG', note: 'reviewed' },
      { pattern: '*psych*', callType: 'MHDIST', note: 'a, b' },
      { pattern: '--x *', callType: 'OVERDS', note: '' },
    ]);
    const later = atWork.reopen();
    expect(later.desk.callTypes()).toMatchObject({ version: 2, patterns: { length: 2 } });
    expect(later.do(later.as('Sam'), 'call-types.view', {}).table).toMatchObject({
      source: 'ours.csv',
      adoptedByName: 'Sam',
    });
  });

  test.each([
    ['pattern,call_type\nx,NOSUCH\n', 'line 2: the policy has no call type "NOSUCH"'],
    ['pattern,call_type\n"x,MHDIST\n', 'the quotes of a field do not close'],
    ['', 'the table is empty'],
  ])('%j is refused with its line', (text, why) => {
    const atWork = centerAtWork();
    const input = { text, source: 'ours.csv' };
    const reply = atWork.desk.answer('call-types.import-table', input, atWork.as('Sam'));
    expect(reply).toMatchObject({ ok: false, because: expect.stringContaining(why) });
    expect(atWork.desk.callTypes().version).toBe(0);
  });
});

describe('the mark that words raise', () => {
  const rowOf = (atWork: DeskAtWork, id: IncidentId) =>
    atWork
      .do(atWork.as('Dana'), 'board.snapshot', {})
      .incidents.find(({ incidentId }) => incidentId === id)!;
  const viewOf = (atWork: DeskAtWork, incidentId: IncidentId) =>
    atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;

  test('stands on the queue’s row and the incident, asks, and changes nothing else', () => {
    const atWork = centerAtWork();
    const without = markedIncident(atWork, 'My neighbor sings.');
    const marked = markedIncident(atWork);
    expect(rowOf(atWork, without).flag).toBeNull();
    expect(rowOf(atWork, marked)).toMatchObject({ flag: 'says “hearing voices”' });
    const [a, b] = [viewOf(atWork, without), viewOf(atWork, marked)];
    expect(b.flag?.asks?.fact).toBe('behavioral');
    expect(b.recommendation).toEqual(a.recommendation);
    expect(rowOf(atWork, marked).nexus?.because).toContain('note: “hearing voices”');
  });

  test('goes with an answer, or with a reason that stands on the timeline', () => {
    const atWork = centerAtWork();
    const incidentId = markedIncident(atWork);
    const dana = atWork.as('Dana');
    atWork.do(dana, 'incident.set-words-aside', { incidentId, reason: 'A radio play.' });
    expect(rowOf(atWork, incidentId).flag).toBeNull();
    expect(viewOf(atWork, incidentId).timeline.map(({ text }) => text)).toContain(
      'Set aside “hearing voices”: A radio play.',
    );
    const again = atWork.desk.answer(
      'incident.set-words-aside',
      { incidentId, reason: 'Again.' },
      dana,
    );
    expect(again).toMatchObject({ ok: false, refused: 'no-flag' });
  });

  test('the words of a clinical note raise no mark at dispatch', () => {
    const atWork = centerAtWork();
    const incidentId = markedIncident(atWork, 'My neighbor sings.');
    const cleo = atWork.as('Cleo');
    atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: HEARS_VOICES });
    expect(rowOf(atWork, incidentId).flag).toBeNull();
    expect(JSON.stringify(viewOf(atWork, incidentId))).not.toContain('hearing voices');
  });

  test('typed, said and found are counted apart', async () => {
    const atWork = centerAtWork();
    const found = markedIncident(atWork);
    markedIncident(atWork);
    atWork.do(atWork.as('Dana'), 'incident.answer-fact', {
      incidentId: found,
      fact: 'behavioral',
      answer: 'yes',
      informant: 'caller-saw',
    });
    atWork.desk.close();
    const { words } = await report(atWork.folder);
    expect(words).toMatchObject({ incidents: 2, typed: 0, said: 2, found: 1, foundAndNotTyped: 1 });
  });
});
