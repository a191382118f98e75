import { beforeEach, describe, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  openAtWork,
  openedIncident,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { resolving } from '../support/phone-endings.ts';
import { at988, offered, signOn, talking } from '../support/topic-examples.ts';
import type { Session } from '#main/desk/desk.ts';
import { keepOfferClock } from '#main/desk/phone/offer-clock.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { BoardSnapshot } from '#shared/board/board-rows.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { JournalEvent, NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let cleo: Session;
let imani: Session;
beforeEach(() => {
  atWork = centerAtWork();
  cleo = signOn(atWork, 'Cleo');
  // Later than Cleo, so Cleo has been ready for longer.
  atWork.pass(1);
  imani = signOn(atWork, 'Imani');
});

const CLEO = () => atWork.idOf('Cleo');
const IMANI = () => atWork.idOf('Imani');
const phoneOf = (incidentId: IncidentId) => findIncident(atWork.desk.db, incidentId)?.phone;
const take = (session: Session, incidentId: IncidentId) =>
  atWork.desk.answer('phone.take', { incidentId }, session);
const decline = (session: Session, incidentId: IncidentId, reason = 'On another line.') =>
  atWork.desk.answer('phone.decline', { incidentId, reason }, session);
const say = (session: Session, said: Input<'operator.set-availability'>['availability']) =>
  atWork.do(session, 'operator.set-availability', { availability: said, reason: null });
const board = (): BoardSnapshot => atWork.do(atWork.as('Dana'), 'board.snapshot', {});
const rowOf = (incidentId: IncidentId) =>
  board().incidents.find((row) => row.incidentId === incidentId);

function seconds(count: number): void {
  atWork.pass(count / 60);
  atWork.desk.watch();
}

function written(...types: JournalEvent['type'][]): string[] {
  return [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event: { type } }) =>
    types.includes(type) ? [type] : [],
  );
}

describe('the way of an offer', () => {
  test('is asked with the decision, in one commit', () => {
    const before = atWork.desk.journal.head();
    const incidentId = offered(atWork);
    const entries = [...atWork.desk.journal.entriesAfter(before)];
    const decided = entries.find(({ event }) => event.type === 'incident.response-decided')!;
    const asked = entries.find(({ event }) => event.type === 'phone.offered')!;
    expect(asked.seq).toBeGreaterThan(decided.seq);
    expect(asked.at).toBe(decided.at);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: 'one', clinician: CLEO() } });
    expect(rowOf(incidentId)?.offer).toMatchObject({ asks: 'one', clinician: CLEO() });
  });

  test('half a minute each, then all, 988 after two, and back to dispatch, raised', () => {
    const incidentId = offered(atWork);
    seconds(29);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: CLEO() } });
    seconds(1);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: IMANI() } });
    seconds(30);
    expect(phoneOf(incidentId)).toMatchObject({
      asked: { who: 'all' },
      passed: [{ clinician: CLEO() }, { clinician: IMANI() }],
    });
    seconds(59);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: 'all' } });
    seconds(1);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: '988' } });
    expect(rowOf(incidentId)?.attention).toBe('Hand to 988');
    seconds(90);
    expect(phoneOf(incidentId)).toMatchObject({ state: 'untaken' });
    expect(rowOf(incidentId)).toMatchObject({
      level: 'L2',
      phase: 'intake',
      attention: 'Nobody by phone: Behavioral-health team',
    });
    // Sending what is recommended then needs no reason: it is more than the phone.
    const view = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
    const option = view.options.find(({ id }) => id === view.offer?.fallback.id)!;
    expect(option).toMatchObject({ needsReason: false, needsSecondPerson: false, barred: null });
    for (const later of [5, 90, 3600]) seconds(later);
    expect(
      written('phone.offered', 'phone.rang-all', 'phone.fell-to-988', 'phone.fell-back'),
    ).toEqual([
      'phone.offered',
      'phone.offered',
      'phone.rang-all',
      'phone.fell-to-988',
      'phone.fell-back',
    ]);
  });

  test('a no asks the next one at once; two of them ring at nobody', () => {
    const incidentId = offered(atWork);
    expect(decline(cleo, incidentId).ok).toBe(true);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: IMANI() } });
    expect(decline(cleo, incidentId)).toMatchObject({
      ok: false,
      refused: 'not-asked',
      because: expect.stringMatching(/Imani has been asked since \d\d:\d\d:\d\d/),
    });
    decline(imani, incidentId);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: 'all' } });
    expect(rowOf(incidentId)?.offer?.declined).toEqual([CLEO(), IMANI()]);
    // A change of mind is welcome while nobody has it.
    expect(take(cleo, incidentId).ok).toBe(true);
  });

  test('two accept at once: one wins, the other is told who and since when', () => {
    const incidentId = offered(atWork);
    expect(take(imani, incidentId).ok).toBe(true);
    expect(take(cleo, incidentId)).toEqual({
      ok: false,
      refused: 'taken',
      because: expect.stringMatching(
        /^Imani has had the call of incident \d+ since 12:01:00\. .*nothing was changed\.$/,
      ),
    });
    expect(written('phone.taken')).toHaveLength(1);
  });

  test('whoever is asked and goes makes room at once, by a break or by leaving', () => {
    const incidentId = offered(atWork);
    say(cleo, 'break');
    expect(phoneOf(incidentId)).toMatchObject({
      asked: { clinician: IMANI() },
      passed: [{ clinician: CLEO(), how: 'left' }],
    });
    atWork.do(imani, 'operator.sign-off', { anyway: true });
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: 'all' } });
  });

  test('survives a restart in the middle, also one that lasts too long', () => {
    const incidentId = offered(atWork);
    seconds(10);
    atWork = atWork.reopen();
    seconds(19);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: CLEO() } });
    seconds(1);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: IMANI() } });
    atWork = atWork.reopen();
    seconds(600);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: '988' } });
    expect(written('phone.fell-to-988')).toHaveLength(1);
  });

  test('a clock that jumps ahead goes to 988 once, without asking anybody on the way', () => {
    const incidentId = offered(atWork);
    seconds(3600);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: '988' } });
    seconds(0);
    expect(written('phone.offered', 'phone.fell-to-988', 'phone.fell-back')).toEqual([
      'phone.offered',
      'phone.fell-to-988',
    ]);
  });

  test('a clock that is set back makes no offer longer', () => {
    const incidentId = offered(atWork);
    seconds(-3600);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: '988' } });
    expect(written('incident.clock-set-back')).toHaveLength(1);
    seconds(89);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: '988' } });
    seconds(1);
    expect(phoneOf(incidentId)).toMatchObject({ state: 'untaken' });
  });

  test('a hold asks nobody, and its end begins anew', () => {
    const incidentId = offered(atWork);
    const dana = atWork.as('Dana');
    atWork.do(dana, 'incident.hold', { incidentId, minutes: 20, reason: 'Wants to be called.' });
    seconds(19 * 60);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { who: 'nobody' } });
    seconds(60);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: CLEO() } });
    expect(written('phone.fell-to-988')).toEqual([]);
  });

  test('another decision takes the offer back', () => {
    const incidentId = offered(atWork);
    atWork.do(atWork.as('Dana'), 'incident.upgrade', { incidentId, services: ['police'] });
    expect(phoneOf(incidentId)).toEqual({ state: 'none' });
    seconds(600);
    expect(written('phone.offer-passed', 'phone.fell-to-988')).toEqual([]);
  });
});

describe('988', () => {
  const answer = (incidentId: IncidentId, accepted: boolean) =>
    atWork.do(atWork.as('Dana'), 'phone.answer-988', { incidentId, accepted });

  test('takes it: what is left is the disposition', () => {
    const incidentId = at988(atWork);
    answer(incidentId, true);
    expect(rowOf(incidentId)).toMatchObject({ phase: 'wrap-up', offer: null });
  });

  test('does not: back at once, without waiting for the time', () => {
    const incidentId = at988(atWork);
    answer(incidentId, false);
    expect(rowOf(incidentId)).toMatchObject({ phase: 'intake', level: 'L2' });
    // Decided anew, the offer is forgotten.
    const view = atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })!;
    atWork.do(atWork.as('Dana'), 'incident.decide', {
      incidentId,
      seen: { level: view.recommendation.level, response: view.recommendation.responseId },
      response: view.offer!.fallback.id,
      reason: null,
      secondPerson: null,
    });
    expect(phoneOf(incidentId)).toEqual({ state: 'none' });
    expect(rowOf(incidentId)).toMatchObject({ phase: 'decided', responseId: 'behavioral-health' });
  });
});

describe('availability', () => {
  const clinician = (name: string) => board().clinicians.find((each) => each.name === name);
  const goesNow = () => {
    const dana = atWork.as('Dana');
    const incidentId = openedIncident(atWork, dana);
    return atWork
      .do(dana, 'incident.focus', { incidentId })!
      .options.find(({ id }) => id === 'clinician-phone');
  };

  test('signing on makes ready, signing off away; a break says why', () => {
    expect(clinician('Cleo')).toMatchObject({ availability: 'ready', until: null });
    atWork.do(cleo, 'operator.set-availability', { availability: 'break', reason: ' Lunch ' });
    expect(clinician('Cleo')).toMatchObject({ availability: 'break', reason: 'Lunch' });
    atWork.do(cleo, 'operator.sign-off', { anyway: true });
    expect(clinician('Cleo')).toBeUndefined();
    expect(goesNow()).toBeDefined();
  });

  test('the last call that ends is written up, and after its time calls are offered again', () => {
    const first = talking(atWork);
    const second = talking(atWork);
    const end = (incidentId: IncidentId) => atWork.do(cleo, 'phone.resolve', resolving(incidentId));
    end(first);
    expect(clinician('Cleo')?.availability).toBe('ready');
    end(second);
    const { until, since, availability } = clinician('Cleo')!;
    expect(availability).toBe('wrapping-up');
    expect(Date.parse(until!) - Date.parse(since)).toBe(5 * 60_000);
    seconds(5 * 60 - 1);
    expect(clinician('Cleo')?.availability).toBe('wrapping-up');
    seconds(1);
    expect(clinician('Cleo')?.availability).toBe('ready');
  });

  test('a call taken while writing up ends the writing up', () => {
    say(cleo, 'wrapping-up');
    const incidentId = offered(atWork);
    expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: IMANI() } });
    take(cleo, incidentId);
    expect(clinician('Cleo')?.availability).toBe('ready');
  });

  test('who has all the calls the center gives one is not asked, and may take one more', () => {
    say(imani, 'away');
    talking(atWork);
    talking(atWork);
    const third = offered(atWork);
    expect(phoneOf(third)).toMatchObject({ asked: { who: 'all' } });
    expect(take(cleo, third).ok).toBe(true);
  });

  test('a phone response can go while somebody is ready with room, and not otherwise', () => {
    const dana = atWork.as('Dana');
    const could = () => {
      const incidentId = offered(atWork);
      const { ranked } = atWork.do(dana, 'incident.focus', { incidentId })!.recommendation;
      return ranked[0]!.shortfalls.map(({ text }) => text);
    };
    expect(could()).toEqual([]);
    say(cleo, 'break');
    say(imani, 'away');
    expect(could()).not.toEqual([]);
    say(imani, 'ready');
    expect(could()).toEqual([]);
  });

  test('languages rank: who speaks it is asked before who waits longer', () => {
    atWork.do(imani, 'operator.note-languages', { languages: ['es'] });
    expect(
      atWork.desk.answer('operator.note-languages', { languages: ['zz-top'] }, imani),
    ).toMatchObject({ ok: false, refused: 'unknown-language' });
    const dana = atWork.as('Dana');
    const incidentId = offered(atWork);
    decline(cleo, incidentId);
    decline(imani, incidentId);
    const spoken = openedIncident(atWork, dana);
    const language = { language: 'es', interpreter: false };
    atWork.do(dana, 'incident.set-language', { incidentId: spoken, language });
    for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
      atWork.do(dana, 'incident.answer-none', {
        incidentId: spoken,
        topic,
        informant: 'caller-saw',
      });
    const phone = {
      behavioral: 'yes',
      'information-only': 'no',
      'in-person-need': 'no',
      'can-talk': 'yes',
      willing: 'yes',
      'safe-place': 'yes',
    } as const;
    for (const [fact, answer] of Object.entries(phone))
      atWork.do(dana, 'incident.answer-fact', {
        incidentId: spoken,
        fact,
        answer,
        informant: 'caller-saw',
      });
    accept(atWork, dana, spoken);
    expect(phoneOf(spoken)).toMatchObject({ asked: { clinician: IMANI() } });
  });
});

test('whoever is asked hears it, and nobody else', () => {
  const heard: { text: string; sound: string | null; to?: readonly string[] }[] = [];
  atWork.desk.subscribe(({ announcements }) => heard.push(...announcements));
  const incidentId = offered(atWork);
  const { number } = rowOf(incidentId)!;
  expect(heard).toContainEqual({
    text: `Incident ${number} is offered to you: it stands on top of your list.`,
    sound: 'new-call',
    to: [CLEO()],
  });
  seconds(120);
  expect(heard.filter(({ text }) => /988|late/.test(text))).toEqual([
    { text: `Incident ${number}: no clinician took it. Hand it to 988.`, sound: 'alert' },
  ]);
});

test('the desk looks in the very second an offer ends, and no more once it is taken', () => {
  const due: { at: number; act: () => void }[] = [];
  const stop = keepOfferClock(atWork.desk, {
    after: (ms, act) => {
      const timer = { at: ms, act };
      due.push(timer);
      return () => void due.splice(due.indexOf(timer), 1);
    },
  });
  const incidentId = offered(atWork);
  expect(due.map(({ at }) => at)).toEqual([30_020]);
  atWork.pass(30.02 / 60);
  due.shift()!.act();
  expect(phoneOf(incidentId)).toMatchObject({ asked: { clinician: IMANI() } });
  expect(due).toHaveLength(1);
  take(imani, incidentId);
  expect(due).toEqual([]);
  offered(atWork);
  expect(due).toHaveLength(1);
  stop();
  expect(due).toEqual([]);
});

test('a call that waited before anybody was asked by name is offered by the next watch', () => {
  const incidentId = offered(atWork);
  // As an older desk left it: the decision is the last word on the call.
  const events = [...atWork.desk.journal.entriesAfter(0)]
    .map(({ event }) => event)
    .filter(({ type }) => !type.startsWith('phone.'));
  const at = atWork.now().toISOString();
  const older = openAtWork(temporaryFolder(), at);
  older.desk.journal.append(0, events as NewEvent[], { at, by: CLEO(), position: 'position 1' });
  atWork = older.reopen();
  expect(phoneOf(incidentId)).toMatchObject({ state: 'offered', asked: { who: 'nobody' } });
  atWork.desk.watch();
  expect(phoneOf(incidentId)).toMatchObject({ asked: { who: 'one' } });
  seconds(0);
  expect(written('phone.offered')).toHaveLength(1);
});
