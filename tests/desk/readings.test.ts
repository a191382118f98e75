import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { entriesOf, looks, settled } from '../support/looks.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;
let record: string;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'));
  record = `incident/${incidentId}`;
  for (const kind of ['clinical', 'part-2'] as const)
    atWork.do(atWork.as('Cleo'), 'incident.add-note', {
      incidentId,
      kind,
      text: 'Invented words.',
    });
});

function focus(name: string, on = atWork): void {
  on.do(on.as(name), 'incident.focus', { incidentId });
}

test('writing is no looking, and neither is an incident without protected words', async () => {
  expect(await looks(atWork)).toEqual([]);
  focus('Dana');
  focus('Sam');
  expect(await looks(atWork)).toEqual([]);
});

test('a look is on record with who, what and which partition, once for each', async () => {
  focus('Imani');
  const imani = atWork.idOf('Imani');
  expect(await looks(atWork)).toEqual([`${imani} clinical ${record}`, `${imani} part-2 ${record}`]);
});

test('the answer does not wait for it', async () => {
  const head = atWork.desk.journal.head();
  focus('Imani');
  expect(atWork.desk.journal.head()).toBe(head);
  await settled();
  expect(atWork.desk.journal.head()).toBe(head + 2);
});

test('looking again costs nothing for fifteen minutes, also after a restart', async () => {
  focus('Imani');
  await settled();
  atWork.pass(14);
  focus('Imani');
  expect(await looks(atWork)).toHaveLength(2);
  const restarted = atWork.reopen();
  focus('Imani', restarted);
  expect(await looks(restarted)).toHaveLength(2);
  restarted.pass(1);
  focus('Imani', restarted);
  expect(await looks(restarted)).toHaveLength(4);
});

test('another person, another record and a clock set back are looks of their own', async () => {
  focus('Imani');
  focus('Cleo');
  expect(await looks(atWork)).toHaveLength(4);
  atWork.pass(-60);
  focus('Cleo');
  expect(await looks(atWork)).toHaveLength(6);
});

test('what a window is shown of the incident it looks at is a look of whoever sits there', async () => {
  const session = { ...atWork.as('Imani'), focus: incidentId };
  const stop = atWork.desk.feed(session, () => {});
  atWork.do(atWork.as('Dana'), 'incident.set-place', {
    incidentId,
    address: '1 Other Street',
    areaId: null,
    callback: null,
  });
  stop();
  const imani = atWork.idOf('Imani');
  expect(await looks(atWork)).toEqual([`${imani} clinical ${record}`, `${imani} part-2 ${record}`]);
});

test('a look is not of the incident’s timeline, and no window draws it anew', async () => {
  const session = { ...atWork.as('Imani'), focus: incidentId };
  const views: unknown[] = [];
  const stop = atWork.desk.feed(session, ({ focus: view }) => views.push(view));
  const before = atWork.desk.journal.ofIncident(incidentId, []).length;
  focus('Imani');
  await settled();
  expect(atWork.desk.journal.ofIncident(incidentId, [])).toHaveLength(before);
  expect(views.filter((view) => view !== undefined)).toEqual([]);
  stop();
});

test('what the desk compares by itself is no look', async () => {
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'note.write', {
    incidentId,
    field: 'concern',
    text: 'Invented.',
    over: null,
  });
  expect(await looks(atWork)).toEqual([]);
});

test('a way nobody thought of is on record as the desk’s own', async () => {
  atWork.desk.journal.ofIncident(incidentId, ['clinical']);
  expect(await looks(atWork)).toEqual([`desk clinical ${record}`]);
});

test('what cannot be written is written with the next look', async () => {
  atWork.desk.db.pragma('query_only = ON');
  focus('Imani');
  expect(await looks(atWork)).toEqual([]);
  atWork.desk.db.pragma('query_only = OFF');
  focus('Cleo');
  expect(await looks(atWork)).toHaveLength(4);
});

test('files that leave the console leave an entry', async () => {
  const sam = atWork.as('Sam');
  atWork.do(sam, 'disclosure.accounting', { incidentId });
  atWork.do(sam, 'costs.export', {});
  atWork.do(sam, 'call-types.export-table', {});
  atWork.do(sam, 'roster.export', { from: '2026-03-03', days: 1 });
  const made = await entriesOf(atWork, 'export.made');
  expect(made.map(({ by, event: { what, of, to } }) => [by, what, of, to])).toEqual(
    [
      ['accounting', record],
      ['costs', null],
      ['call-types', null],
      ['roster', null],
    ].map(([what, of]) => [atWork.idOf('Sam'), what, of, 'file']),
  );
});

test('an export that was refused leaves none', async () => {
  const reply = atWork.desk.answer(
    'import.export-mapping',
    { mappingId: 'not-there' },
    atWork.as('Sam'),
  );
  expect(reply.ok).toBe(false);
  expect(await entriesOf(atWork, 'export.made')).toEqual([]);
});
