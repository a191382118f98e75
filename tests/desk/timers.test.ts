import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { promisedContact } from '../support/contact-examples.ts';
import { consentOn, emergencyOn } from '../support/sharing-examples.ts';
import { offeredShift } from '../support/hand-over-examples.ts';
import { planned, TODAY } from '../support/roster-examples.ts';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  report,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import {
  advised,
  agreed,
  nominated,
  nominatedCall,
  proposed,
} from '../support/monitor-examples.ts';
import { PHONE_STORIES } from '../support/phone-timer-stories.ts';
import { REFERRAL_STORIES } from '../support/referral-examples.ts';
import { step, type, type TimerStory } from '../support/timer-story.ts';
import { forATeam } from '../support/topic-examples.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { ANSWER_MINUTES } from '#shared/hand-over/hand-over.ts';
import type { IncidentId, UnitId } from '#shared/lib/brand.ts';
import { TIMERS } from '#shared/timers/timers.ts';

const M1 = 'M1' as UnitId;

function open(atWork: DeskAtWork): IncidentId {
  return openedIncident(atWork, atWork.as('Dana'));
}

function send(atWork: DeskAtWork, incidentId: IncidentId): void {
  atWork.do(atWork.as('Dana'), 'incident.assign-unit', { incidentId, unitId: M1, reason: null });
}

function withThePerson(atWork: DeskAtWork): IncidentId {
  const incidentId = forATeam(atWork);
  send(atWork, incidentId);
  for (const status of ['en-route', 'on-scene'] as const) report(atWork, M1, status);
  return incidentId;
}

function close(atWork: DeskAtWork, incidentId: IncidentId): void {
  atWork.do(atWork.as('Dana'), 'incident.close', {
    incidentId,
    disposition: 'no-contact',
    note: '',
    unserved: { code: 'all-busy', note: '' },
  });
}

function monitoringOf(atWork: DeskAtWork, incidentId: IncidentId) {
  return findIncident(atWork.desk.db, incidentId)!.monitoring;
}

/** Promised for a time of day and not for so long from now: a clock set back brings it later again. */
const BY_THE_CALENDAR: readonly string[] = ['duty', 'posting'];

function post(atWork: DeskAtWork, posting: Input<'unit.plan-posting'>['posting']): void {
  atWork.do(atWork.as('Sam'), 'unit.plan-posting', { unitId: M1, posting });
}

const STORIES: Readonly<Record<keyof typeof TIMERS, TimerStory>> = {
  consent: {
    begin: (atWork) => {
      const incidentId = open(atWork);
      atWork.do(atWork.as('Cleo'), 'consent.give', consentOn(incidentId));
      return incidentId;
    },
    minutes: 24 * 60,
    written: type('consent.expired'),
    stop: (atWork, incidentId) => {
      const cleo = atWork.as('Cleo');
      const [consent] = atWork.do(cleo, 'sharing.of-incident', { incidentId }).consents;
      atWork.do(cleo, 'consent.revoke', { consentId: consent!.consentId });
    },
  },
  review: {
    begin: (atWork) => {
      const incidentId = open(atWork);
      atWork.do(atWork.as('Cleo'), 'disclosure.emergency', emergencyOn(incidentId));
      return incidentId;
    },
    minutes: 3 * 24 * 60,
    written: type('disclosure.review-overdue'),
    stop: (atWork) => {
      const sam = atWork.as('Sam');
      const [line] = atWork.do(sam, 'disclosure.to-review', { lines: 1 }).lines;
      const { disclosureId } = line!;
      atWork.do(sam, 'disclosure.review', { disclosureId, words: 'It could not wait.' });
    },
  },
  answer: {
    begin: (atWork) => {
      const incidentId = open(atWork);
      const call = { ani: null, address: '', words: 'Come quickly.', callType: null };
      atWork.do(atWork.as('Pat'), 'call.receive', call);
      return incidentId;
    },
    minutes: 0.25,
    written: type('call.went-late'),
    stop: (atWork) => {
      const [call] = waitingCalls(atWork.desk.db);
      atWork.do(atWork.as('Theo'), 'call.answer', { callId: call!.callId });
    },
  },
  'answers-age': {
    begin: forATeam,
    minutes: 15,
    written: type('incident.facts-aged'),
    stop: close,
  },
  decide: {
    begin: (atWork) => {
      const incidentId = open(atWork);
      clearOfDanger(atWork, atWork.as('Dana'), incidentId);
      return incidentId;
    },
    minutes: 1,
    written: step('decide'),
    stop: (atWork, incidentId) => accept(atWork, atWork.as('Dana'), incidentId),
  },
  ...PHONE_STORIES,
  ...REFERRAL_STORIES,
  arrive: { begin: forATeam, minutes: 20, written: step('arrive'), stop: close },
  hold: {
    begin: (atWork) => {
      const incidentId = open(atWork);
      const held = { incidentId, minutes: 25, reason: 'A sister is on her way.' };
      atWork.do(atWork.as('Dana'), 'incident.hold', held);
      return incidentId;
    },
    minutes: 25,
    written: (event) => event.type === 'incident.hold-ended' && event.why === 'expired',
    stop: (atWork, incidentId) =>
      atWork.do(atWork.as('Dana'), 'incident.release-hold', { incidentId }),
  },
  recontact: {
    begin: forATeam,
    minutes: 10,
    written: type('incident.recontact-missed'),
    stop: close,
  },
  advice: {
    begin: (atWork) => advised(atWork)[0],
    minutes: 1,
    written: type('monitor.advice-unseen'),
    stop: (atWork, incidentId) => {
      const { adviceId } = monitoringOf(atWork, incidentId).advice[0]!;
      atWork.do(atWork.as('Dana'), 'monitor.see-advice', { incidentId, adviceId });
    },
  },
  nomination: {
    begin: nominated,
    minutes: 1,
    written: (event) => event.type === 'monitor.nomination-overdue' && event.to === 'owner',
    stop: (atWork, incidentId) =>
      atWork.do(atWork.as('Dana'), 'monitor.deny-nomination', { incidentId, reason: 'Not now.' }),
  },
  'call-nomination': {
    begin: (atWork) => {
      const incidentId = open(atWork);
      nominatedCall(atWork);
      return incidentId;
    },
    minutes: 2,
    written: (event) => event.type === 'call.nomination-overdue' && event.to === 'supervisor',
    stop: (atWork) => {
      const [call] = waitingCalls(atWork.desk.db);
      atWork.do(atWork.as('Cleo'), 'monitor.withdraw-nomination', { callId: call!.callId });
    },
  },
  'step-down': {
    begin: proposed,
    minutes: 2,
    written: (event) => event.type === 'monitor.step-down-ended' && event.why === 'unanswered',
    stop: (atWork, incidentId) =>
      atWork.do(atWork.as('Dana'), 'monitor.refuse-step-down', { incidentId, reason: 'No.' }),
  },
  'still-calm': {
    begin: agreed,
    minutes: 2,
    written: (event) => event.type === 'monitor.step-down-ended' && event.why === 'lapsed',
    stop: (atWork, incidentId) =>
      atWork.do(atWork.as('Dana'), 'monitor.resume-response', { incidentId, reason: '' }),
  },
  'hand-over': {
    begin: (atWork) => {
      const incidentId = open(atWork);
      offeredShift(atWork);
      return incidentId;
    },
    minutes: ANSWER_MINUTES,
    written: type('hand-over.returned'),
    stop: (atWork) => {
      const handOverId = [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event }) =>
        event.type === 'hand-over.offered' ? event.handOverId : [],
      )[0]!;
      const declined = { handOverId, reason: 'I have a call.' };
      atWork.do(atWork.as('Theo'), 'hand-over.decline', declined);
    },
  },
  contact: {
    begin: (atWork) => {
      const incidentId = open(atWork);
      promisedContact(atWork, { incidentId });
      return incidentId;
    },
    minutes: 20,
    written: type('contact.fell-due'),
    stop: (atWork) => {
      const contactId = [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event }) =>
        event.type === 'contact.promised' ? event.contactId : [],
      )[0]!;
      atWork.do(atWork.as('Dana'), 'contact.end', {
        contactId,
        outcome: 'not-needed',
        note: 'Called from another number.',
      });
    },
  },
  duty: {
    begin: (atWork) => {
      planned(atWork, { from: `${TODAY}T12:20`, breaks: [] });
      return open(atWork);
    },
    minutes: 20,
    written: type('unit.duty-changed'),
    stop: (atWork) => {
      const shiftId = [...atWork.desk.journal.entriesAfter(0)].flatMap(({ event }) =>
        event.type === 'shift.planned' ? event.shiftId : [],
      )[0]!;
      atWork.do(atWork.as('Sam'), 'shift.remove', { shiftId });
    },
  },
  posting: {
    begin: (atWork) => {
      post(atWork, { teamType: 'behavioral-health', zone: 'South', from: '2026-03-04' });
      return open(atWork);
    },
    // The center's midnight: its clock shows noon when the desk of the tests begins.
    minutes: 12 * 60,
    written: type('unit.posting-began'),
    stop: (atWork) => post(atWork, null),
  },
  'check-in': {
    begin: withThePerson,
    minutes: 18,
    written: type('unit.check-in-missed'),
    stop: (atWork) => report(atWork, M1, 'clearing'),
  },
  status: {
    begin: (atWork) => {
      const incidentId = forATeam(atWork);
      send(atWork, incidentId);
      return incidentId;
    },
    minutes: 5,
    written: type('unit.status-overdue'),
    stop: (atWork) => report(atWork, M1, 'available'),
  },
};

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});

function watchAfter(minutes: number): void {
  atWork.pass(minutes);
  atWork.desk.watch();
}

const events = () => [...atWork.desk.journal.entriesAfter(0)].map(({ event }) => event);

describe.each(Object.entries(STORIES))('%s', (name, { begin, minutes, written, stop }) => {
  const count = () => events().filter(written).length;

  test('is said once, at its time', () => {
    begin(atWork);
    watchAfter(minutes - 0.1);
    expect(count()).toBe(0);
    watchAfter(0.1);
    expect(count()).toBe(1);
    for (const later of [0, 0.1, 3, 200]) watchAfter(later);
    expect(count()).toBe(1);
    const { writes } = TIMERS[name as keyof typeof TIMERS];
    expect(events().some((event) => writes.includes(event.type) && written(event))).toBe(true);
  });

  test('survives a restart, before and after its time', () => {
    begin(atWork);
    watchAfter(minutes - 0.1);
    atWork = atWork.reopen();
    watchAfter(0.2);
    expect(count()).toBe(1);
    atWork = atWork.reopen();
    watchAfter(90);
    expect(count()).toBe(1);
  });

  test('is said once when the clock jumps an hour ahead', () => {
    begin(atWork);
    watchAfter(minutes + 60);
    watchAfter(0);
    atWork = atWork.reopen();
    watchAfter(0);
    expect(count()).toBe(1);
  });

  test.skipIf(BY_THE_CALENDAR.includes(name))(
    'is not an hour late when the clock is set back by one',
    () => {
      begin(atWork);
      watchAfter(0);
      watchAfter(-60);
      // What has a warning before its alert warns at once, and alerts after what lies between.
      watchAfter(4);
      expect(count()).toBe(1);
      expect(events().filter((event) => /clock-set/.test(event.type)).length).toBeGreaterThan(0);
      watchAfter(1);
      expect(count()).toBe(1);
    },
  );

  test('is not said any more once it is over', () => {
    const incidentId = begin(atWork);
    watchAfter(minutes - 0.1);
    stop(atWork, incidentId);
    watchAfter(minutes + 60);
    expect(count()).toBe(0);
  });

  test('lets the watch write nothing alone that is under no name of the list', () => {
    begin(atWork);
    watchAfter(minutes);
    watchAfter(120);
    const alone = [...atWork.desk.journal.entriesAfter(0)].filter(
      ({ by, event }) => by === 'desk' && event.type !== 'center.set-up',
    );
    const known = new Set(Object.values(TIMERS).flatMap(({ writes }) => [...writes]));
    const unknown = alone.map(({ event }) => event.type).filter((each) => !known.has(each));
    expect(unknown.filter((each) => !/^(center|policy|operator)\./.test(each))).toEqual([]);
  });
});

test('the administrator’s guide names every time limit and what it writes, and the journal’s page each entry', () => {
  const read = (page: string) =>
    readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const [guide, journal] = [read('administrators-guide.md'), read('journal.md')];
  for (const { what, writes, stops } of Object.values(TIMERS)) {
    const line = guide.split('\n').find((each) => each.includes(what)) ?? '';
    expect(line, what).toContain(stops);
    for (const name of writes) {
      expect(line).toContain(`\`${name}\``);
      expect(journal).toContain(`\`${name}\``);
    }
  }
});
