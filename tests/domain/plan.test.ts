import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleo, context, given, imani, incidentId, NOON, opened, START } from '../support/given.ts';
import { A_PLAN, ADULT, MOTHER_OF_LEO, PLAYS_GUITAR } from '../support/plan-examples.ts';
import type { Entry, JournalEvent } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { protectionOf, withheld } from '#shared/partition/protection.ts';
import { clinicalWordIn } from '#shared/plan/approach.ts';
import { clinicalRecordOf, fieldText, type ClinicalRecord } from '#shared/plan/clinical-record.ts';
import {
  adviseApproach,
  connectInterpreter,
  givePlan,
  leaveInterpreter,
  notePeople,
  noteStrength,
  withdrawApproach,
  withdrawStrength,
  writeField,
  writePlan,
} from '#shared/plan/decide-plan.ts';
import { NOTE_FIELD_IDS, NOTE_MOST } from '#shared/plan/note-fields.ts';
import { planSheet } from '#shared/plan/plan-sheet.ts';
import { EMPTY_PLAN, linesOf, PLAN_STEPS, spokenSummary } from '#shared/plan/safety-plan.ts';
import { planSuggestions, type KnownForPlan } from '#shared/plan/strengths.ts';

type Told = JournalEvent | readonly [OperatorId, JournalEvent];

/** As the journal has them: one after the other, by Cleo unless said otherwise. */
function record(...events: readonly Told[]): ClinicalRecord {
  return clinicalRecordOf(
    events.map((each, at): Entry => {
      const [by, event] = 'type' in each ? [cleo, each] : each;
      return { seq: at + 1, at: START, by, position: 'position 1', event };
    }),
  );
}
const nameOf = (by: OperatorId) => (by === imani ? 'Imani' : 'Cleo');
const on = { incidentId };
const nobody = record();

const concern = (text: string): JournalEvent => {
  return { type: 'note.field-written', incidentId, field: 'concern', text };
};
const written: JournalEvent = { type: 'safety-plan.written', incidentId, plan: A_PLAN };

test('who calls and whom it is about are written down; the same again is nothing', () => {
  const noted = { type: 'people.noted', incidentId, people: MOTHER_OF_LEO } as const;
  given([])
    .when(() => notePeople(on, nobody, MOTHER_OF_LEO, NOON.date))
    .then(noted);
  given([])
    .when(() => notePeople(on, record(noted), MOTHER_OF_LEO, NOON.date))
    .then();
});

test('after a new caller the same words count as said again', () => {
  const noted = { type: 'people.noted', incidentId, people: ADULT } as const;
  const aged = { type: 'incident.facts-aged', incidentId, facts: [], why: 'new-caller' } as const;
  const later = record(noted, aged);
  expect(later.callerChanged).toBe(true);
  given([])
    .when(() => notePeople(on, later, ADULT, NOON.date))
    .then(noted);
  expect(record(noted, aged, noted).callerChanged).toBe(false);
  expect(record(noted, { ...aged, why: 'time' }).callerChanged).toBe(false);
});

test('a day to come is no date of birth', () => {
  const subject = { ...ADULT.subject, birth: { known: 'date', date: '2030-01-01' } } as const;
  given([])
    .when(() => notePeople(on, nobody, { ...ADULT, subject }, NOON.date))
    .refused('no-birth-date', /age band/);
});

test('an interpreter is connected once, changed, and leaves once', () => {
  const interpreter = { means: 'phone', line: '4711' } as const;
  const connected = { type: 'interpreter.connected', incidentId, interpreter } as const;
  const left = { type: 'interpreter.left', incidentId } as const;
  given([])
    .when(() => connectInterpreter(on, nobody, interpreter))
    .then(connected);
  given([])
    .when(() => connectInterpreter(on, record(connected), interpreter))
    .then();
  given([])
    .when(() => leaveInterpreter(on, record(connected)))
    .then(left);
  given([])
    .when(() => leaveInterpreter(on, record(connected, left)))
    .then();
  given([])
    .when(() => connectInterpreter(on, record(connected, left), interpreter))
    .then(connected);
  expect(record(connected, left).interpreter).toMatchObject({ connectedAt: START, leftAt: START });
});

test('a field is written in versions, and an empty one takes it back', () => {
  const both = record(concern('Cannot sleep.'), concern('Cannot sleep, hears steps.'));
  expect(both.fields.concern?.map(({ value }) => value)).toEqual([
    'Cannot sleep.',
    'Cannot sleep, hears steps.',
  ]);
  expect(fieldText(both, 'concern')).toBe('Cannot sleep, hears steps.');
  given([])
    .when(() => writeField(on, both, { field: 'concern', text: '  ', over: 2 }, nameOf))
    .then(concern(''));
  given([])
    .when(() =>
      writeField(
        on,
        both,
        { field: 'concern', text: 'Cannot sleep, hears steps. ', over: 1 },
        nameOf,
      ),
    )
    .then();
});

test('who wrote meanwhile is named, and nothing is written over their words', () => {
  const theirs = record(concern('Cannot sleep.'), [imani, concern('Slept two hours.')]);
  given([])
    .when(() => writeField(on, theirs, { field: 'concern', text: 'Slept.', over: 1 }, nameOf))
    .refused('written-meanwhile', /^Imani wrote “Concern” meanwhile/);
  given([])
    .when(() => writeField(on, theirs, { field: 'concern', text: 'Slept.', over: null }, nameOf))
    .refused('written-meanwhile', /what you typed is kept/);
});

test('only what is about substance-use treatment goes to the Part 2 partition', () => {
  for (const field of NOTE_FIELD_IDS) {
    const partition = field === 'treatment' ? 'part-2' : 'clinical';
    const event = { type: 'note.field-written', incidentId, field, text: 'words' } as const;
    expect(protectionOf(event)).toEqual({ partition, members: ['text'] });
  }
});

test('without the words of a reader who may not have them nothing is folded', () => {
  const apart = (event: JournalEvent) => {
    const protection = protectionOf(event);
    return protection === null ? event : withheld(event, protection, 1);
  };
  const advised: JournalEvent = { type: 'approach.advised', incidentId, advice: 'Speak slowly.' };
  const read = record(apart(concern('Cannot sleep.')), apart(written), apart(advised));
  expect(read).toMatchObject({ fields: {}, plans: [], approach: { value: 'Speak slowly.' } });
});

test('a text longer than a field holds is refused whole, with both numbers', () => {
  given([])
    .when(() =>
      writeField(
        on,
        nobody,
        { field: 'concern', text: 'x'.repeat(NOTE_MOST + 1), over: null },
        nameOf,
      ),
    )
    .refused(
      'too-long',
      /20,001 characters, and a field holds 20,000\. Nothing was put on the record/,
    );
});

test('whatever is written into the fields, the last word of each stands and none is lost', () => {
  const step = fc.record({
    field: fc.constantFrom(...NOTE_FIELD_IDS),
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const events: JournalEvent[] = [];
      const last = new Map<string, string>();
      for (const { field, text } of steps) {
        const now = record(...events);
        const over = now.fields[field]?.at(-1)?.seq ?? null;
        const made = writeField(on, now, { field, text, over }, nameOf);
        if (!Array.isArray(made)) throw new Error(made.because);
        events.push(...made);
        last.set(field, text.trim());
      }
      const end = record(...events);
      for (const field of NOTE_FIELD_IDS) expect(fieldText(end, field)).toBe(last.get(field) ?? '');
      const versions = Object.values(end.fields).flat();
      expect(versions).toHaveLength(events.length);
    }),
  );
});

test('a plan with nothing in it is neither kept, read nor printed', () => {
  given([])
    .when(() => writePlan(on, nobody, { plan: EMPTY_PLAN, over: null }, nameOf))
    .refused('empty-plan', /nothing in the safety plan/);
  given([])
    .when(() => givePlan(on, nobody, 'printed'))
    .refused('empty-plan', /Write one line/);
  const emptied = record(written, { ...written, plan: EMPTY_PLAN });
  given([])
    .when(() => givePlan(on, emptied, 'read-aloud'))
    .refused('empty-plan', /nothing/);
});

test('a plan is written in versions; what was given names the version', () => {
  given([])
    .when(() => writePlan(on, nobody, { plan: A_PLAN, over: null }, nameOf))
    .then(written);
  given([])
    .when(() => writePlan(on, record(written), { plan: A_PLAN, over: 1 }, nameOf))
    .then();
  given([])
    .when(() =>
      writePlan(on, record(written), { plan: { ...A_PLAN, own: [] }, over: null }, nameOf),
    )
    .refused('written-meanwhile', /the safety plan/);
  given([])
    .when(() => givePlan(on, record(written), 'read-aloud'))
    .then({ type: 'safety-plan.given', incidentId, version: 1, how: 'read-aloud' });
});

test('what does not fit on the page is refused by its heading', () => {
  const long = { ...A_PLAN, own: ['x'.repeat(201)] };
  const many = { ...A_PLAN, ask: Array.from({ length: 9 }, (_, at) => `friend ${at}`) };
  given([])
    .when(() => writePlan(on, nobody, { plan: long, over: null }, nameOf))
    .refused('line-too-long', /“What I can do by myself” has 201/);
  given([])
    .when(() => writePlan(on, nobody, { plan: many, over: null }, nameOf))
    .refused('too-many-lines', /“People I can ask for help” has 9 lines; 8 fit/);
});

test('the spoken summary is to the person, step by step, without empty steps', () => {
  expect(spokenSummary(A_PLAN, 'Leo')).toEqual([
    '\u2068Leo\u2069, let me say back what we have put together.',
    'You notice that it gets hard when this comes: \u2068I stop answering my phone\u2069.',
    'First you can do something by yourself: \u2068walk to the lake\u2069, or \u2068the long playlist\u2069.',
    'If it stays hard, ask one of these people for help: \u2068my sister, 312-555-0142\u2069.',
    'Is that right? Would you change anything?',
  ]);
  expect(spokenSummary(EMPTY_PLAN, 'Leo')).toEqual([]);
  expect(spokenSummary(A_PLAN, '')[0]).toBe('Let me say back what we have put together.');
});

test('the page has all six steps in their order, and nothing but the plan', () => {
  const sources = {
    name: 'Leo',
    center: 'Test Center',
    date: '2026-03-03',
    lines: [],
    training: false,
  };
  const sheet = planSheet(A_PLAN, sources);
  expect(sheet?.steps.map(({ heading }) => heading)).toEqual(
    PLAN_STEPS.map(({ heading }) => heading),
  );
  expect(planSheet(EMPTY_PLAN, sources)).toBeNull();
});

test('lines are trimmed, empty ones and doubles left out', () => {
  expect(linesOf(' a \n\nb\na\n')).toEqual(['a', 'b']);
});

test('suggestions come from what is known and never repeat what stands there', () => {
  const known: KnownForPlan = {
    strengths: [PLAYS_GUITAR, { kind: 'person', text: 'Aunt Mina', source: 'caller' }],
    coping: 'Took a shower. Called her aunt.',
    supports: '',
    agreed: 'Her sister takes the pills.',
    lines: ['988: 988'],
  };
  const empty = planSuggestions(known, EMPTY_PLAN);
  expect(empty.own).toEqual(['Playing the guitar', 'Took a shower', 'Called her aunt']);
  expect(empty.ask).toEqual(['Aunt Mina']);
  expect(empty.professionals).toEqual(['988: 988']);
  expect(empty.safer).toEqual(['Her sister takes the pills']);
  expect(empty.signs).toEqual([]);
  const there = planSuggestions(known, { ...EMPTY_PLAN, own: ['playing the guitar.'] });
  expect(there.own).toEqual(['Took a shower', 'Called her aunt']);
});

test('strengths are noted once, and taken off by their entry', () => {
  const noted = { type: 'strength.noted', incidentId, strength: PLAYS_GUITAR } as const;
  given([])
    .when(() => noteStrength(on, nobody, PLAYS_GUITAR))
    .then(noted);
  given([])
    .when(() => noteStrength(on, record(noted), PLAYS_GUITAR))
    .then();
  given([])
    .when(() => noteStrength(on, nobody, { ...PLAYS_GUITAR, text: ' ' }))
    .refused('nothing-said', /what helps/);
  const off = { type: 'strength.withdrawn', incidentId, strength: 1 } as const;
  given([])
    .when(() => withdrawStrength(on, record(noted), 1))
    .then(off);
  given([])
    .when(() => withdrawStrength(on, record(noted, off), 1))
    .then();
});

test('advice says how to approach, never what somebody has', () => {
  const advice = 'Speak slowly; no lights, no siren.';
  const advised = { type: 'approach.advised', incidentId, advice } as const;
  given([])
    .when(() => adviseApproach(on, nobody, ` ${advice} `))
    .then(advised);
  given([])
    .when(() => adviseApproach(on, record(advised), advice))
    .then();
  given([])
    .when(() => adviseApproach(on, nobody, 'She is Schizophrenic, keep away.'))
    .refused('clinical-word', /“Schizophrenic”.*at the door/);
  given([])
    .when(() => adviseApproach(on, nobody, ' '))
    .refused('nothing-said', /Nothing was shared/);
  given([])
    .when(() => adviseApproach(on, nobody, 'x'.repeat(281)))
    .refused('too-long', /a crew reads 280/);
  given([])
    .when(() => withdrawApproach(on, record(advised)))
    .then({ type: 'approach.withdrawn', incidentId });
  given([])
    .when(() => withdrawApproach(on, nobody))
    .then();
});

test.each([
  ['He has PTSD', 'PTSD'],
  ['on methadone', 'methadone'],
  ['in rehabilitation', 'rehabilitation'],
  ['bee hives behind the house', null],
  ['Let her keep the door open', null],
  ['Speak with the tribal elder', null],
])('“%s”: %s', (advice, word) => expect(clinicalWordIn(advice)).toBe(word));

test('events of other slices and of the incident leave the record as it is', () => {
  const told = { ...opened } as JournalEvent;
  expect(record(told)).toEqual(nobody);
  expect(context().by).not.toBe(cleo);
});
