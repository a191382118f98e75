import { expect, test } from 'vitest';
import { dana, incidentId, moved, START, theo, writtenDecision } from '../support/given.ts';
import { incidentOf, type Entry, type JournalEvent } from '#shared/journal/journal-event.ts';
import { sayUndo } from '#shared/journal/say-undo.ts';
import { undoOf, type Undo } from '#shared/journal/undo.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import type { CallId, UnitId } from '#shared/lib/brand.ts';

const AT = { by: dana, position: 'position 1' };
const HERE = { ...AT, here: [dana, theo] };
const at = (seconds: number) => new Date(Date.parse(START) + seconds * 1000).toISOString();

/** One entry a second, by Dana at position 1 unless it says otherwise. */
function journal(...written: (JournalEvent | Partial<Entry>)[]): Entry[] {
  return written.map((each, index) => ({
    seq: index + 1,
    at: at(index),
    ...AT,
    ...('type' in each ? { event: each as JournalEvent } : (each as { event: JournalEvent })),
  }));
}

const nameOf = (id: string) => id;
const undo = (entries: Entry[], now = at(60)) =>
  undoOf(entries, HERE, now, (wanted) =>
    entries.filter(({ event }) => incidentOf(event) === wanted),
  );
const onScene = moved('M1', 'en-route', 'on-scene');

test('the last status change of this operator at this position is taken back', () => {
  const entries = journal(
    moved('M1', 'assigned', 'en-route'),
    onScene,
    { event: moved('M2', 'available', 'off-duty'), by: theo },
    { event: moved('M3', 'available', 'off-duty'), position: 'position 2' },
  );
  expect(undo(entries)).toEqual({
    seq: 2,
    unitId: 'M1',
    from: 'en-route',
    to: 'on-scene',
    incidentId,
    does: 'correct-status',
  });
});

test('what was sent by radio cannot be unsent: an assignment becomes a stand-down, and says so', () => {
  const taken = undo(journal(moved('M1', 'available', 'assigned'))) as Undo;
  expect(taken.does).toBe('stand-down');
  expect(sayUndo(taken, 7, nameOf)).toMatch(/stood down from incident 7 instead.*cannot be unsent/);
  expect(sayUndo(undo(journal(onScene)) as Undo, 7, nameOf)).toBe(
    'M1 is en route again, not on scene.',
  );
});

const corrected: JournalEvent = {
  type: 'unit.status-corrected',
  unitId: 'M1' as UnitId,
  from: 'on-scene',
  to: 'en-route',
  incidentId,
  reason: 'undone',
};
const stoodDown: JournalEvent = {
  type: 'incident.unit-stood-down',
  incidentId,
  unitId: 'M1' as UnitId,
  alone: true,
  reason: null,
};
const upgraded: JournalEvent = {
  type: 'incident.upgraded',
  incidentId,
  services: ['police'],
  shortage: null,
  fromLine: false,
};
const decidedAgain: JournalEvent = {
  type: 'incident.response-decided',
  incidentId,
  decision: writtenDecision([]),
};
const together = { at: START };

test.each<[string, Entry[], RegExp]>([
  ['nothing-to-undo', journal({ event: onScene, by: theo }), /nothing here/],
  ['already-corrected', journal(onScene, corrected), /was a correction itself/],
  [
    'changed-since',
    journal(onScene, { event: moved('M1', 'on-scene', 'clearing'), by: theo }),
    /M1 has changed since/,
  ],
  ['decided-since', journal(onScene, { event: decidedAgain, by: theo }), /was decided/],
  [
    'decided-since',
    journal(onScene, {
      event: { type: 'incident.closed', incidentId, disposition: 'no-contact', note: '' },
      by: theo,
    }),
    /was decided/,
  ],
  [
    'stood-down',
    journal(
      { event: stoodDown, ...together },
      { event: moved('M1', 'en-route', 'available'), ...together },
    ),
    /told to stand down/,
  ],
  [
    'police-ems-now',
    journal(
      { event: upgraded, ...together },
      { event: moved('M1', 'available', 'assigned'), ...together },
    ),
    /police\/EMS now/,
  ],
])('%s: not when that would not be true', (code, entries, sentence) => {
  const outcome = undo(entries);
  expect(outcome).toMatchObject({ refused: code });
  expect(isRefusal(outcome) && outcome.because).toMatch(sentence);
});

const staged: JournalEvent = {
  type: 'incident.staging-ordered',
  incidentId,
  unitId: 'M1' as UnitId,
  securedBy: 'P11' as UnitId,
  place: 'Lawrence and Broadway',
};

test('a unit sent to wait is stood down; one that was told on its way is told otherwise', () => {
  const sent = { event: moved('M1', 'available', 'assigned'), ...together };
  const order = { event: staged, ...together };
  expect(undo(journal(sent, order))).toMatchObject({ does: 'stand-down', unitId: 'M1', seq: 2 });
  const onItsWay = undo(journal(moved('M1', 'assigned', 'en-route'), { event: staged }));
  expect(onItsWay).toMatchObject({ refused: 'not-undone' });
  expect(isRefusal(onItsWay) && onItsWay.because).toMatch(/stand it down: sd/);
});

test.each<JournalEvent>([
  {
    type: 'incident.caller-recontacted',
    incidentId,
    answer: 'no-answer',
    unanswered: 1,
    recommends: null,
  },
  {
    type: 'unit.position-reported',
    unitId: 'M1' as UnitId,
    spot: { position: null, areaId: 'uptown' },
    source: 'radio',
  },
])('after $type an earlier act is not taken for the last one', (event) => {
  expect(undo(journal(onScene, event))).toMatchObject({ refused: 'not-undone' });
});

test('what the desk writes by itself is nobody’s act', () => {
  const late: JournalEvent = { type: 'call.went-late', callId: 'c1' as CallId, seconds: 15 };
  expect(undo(journal(onScene, late))).toMatchObject({ seq: 1 });
});

test('only within two minutes', () => {
  expect(isRefusal(undo(journal(onScene), at(120)))).toBe(false);
  expect(undo(journal(onScene), at(121))).toMatchObject({ refused: 'nothing-to-undo' });
});

test('what happened to other units and incidents since does not matter', () => {
  const later = { ...moved('M2', 'available', 'off-duty'), incidentId: null } as JournalEvent;
  const entries = journal(onScene, { event: later, by: theo });
  expect(undo(entries)).toMatchObject({ seq: 1 });
});
