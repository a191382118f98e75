import { openedIncident } from './desk-at-work.ts';
import { resolving } from './phone-endings.ts';
import { step, type, type TimerStory } from './timer-story.ts';
import { at988, offered, signOn, talking, transferring } from './topic-examples.ts';

/** The time limits of a call for the phone. */
export const PHONE_STORIES = {
  clinician: {
    begin: offered,
    minutes: 2,
    written: step('clinician'),
    stop: (atWork, incidentId) => atWork.do(atWork.as('Cleo'), 'phone.take', { incidentId }),
  },
  offer: {
    begin: (atWork) => {
      signOn(atWork, 'Cleo');
      return offered(atWork);
    },
    minutes: 0.5,
    written: type('phone.offer-passed'),
    stop: (atWork, incidentId) => atWork.do(atWork.as('Cleo'), 'phone.take', { incidentId }),
  },
  'to-988': {
    begin: offered,
    minutes: 2,
    written: type('phone.fell-to-988'),
    stop: (atWork, incidentId) => atWork.do(atWork.as('Imani'), 'phone.take', { incidentId }),
  },
  fallback: {
    begin: at988,
    minutes: 1.5,
    written: type('phone.fell-back'),
    stop: (atWork, incidentId) =>
      atWork.do(atWork.as('Dana'), 'phone.answer-988', { incidentId, accepted: true }),
  },
  'wrap-up': {
    begin: (atWork) => {
      signOn(atWork, 'Cleo');
      const incidentId = talking(atWork);
      atWork.do(atWork.as('Cleo'), 'phone.resolve', resolving(incidentId));
      return openedIncident(atWork, atWork.as('Dana'));
    },
    minutes: 5,
    written: (event) => event.type === 'operator.availability-changed' && event.why === 'time',
    stop: (atWork) => {
      const said = { availability: 'break', reason: null } as const;
      atWork.do(atWork.as('Cleo'), 'operator.set-availability', said);
    },
  },
  transfer: {
    begin: transferring,
    minutes: 1.5,
    written: type('phone.transfer-returned'),
    stop: (atWork, incidentId) =>
      atWork.do(atWork.as('Imani'), 'phone.accept-transfer', { incidentId }),
  },
} as const satisfies Readonly<Record<string, TimerStory>>;
