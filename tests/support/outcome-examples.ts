import { lostAndCalled } from './lost-callers.ts';
import { resolved, resolving, tomorrow } from './phone-endings.ts';
import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { outcomeTopics } from '#shared/contract/outcome-topics.ts';

const withEnding = (changes: Record<string, unknown>) => ({ ending: { ...resolved, ...changes } });

/** `talking` opens an incident with Cleo on the line. */
export const outcomeExamples = (
  talking: (atWork: DeskAtWork) => IncidentId,
): Pick<Examples, keyof typeof outcomeTopics> => ({
  'phone.resolve': {
    as: 'Cleo',
    good: (atWork) => resolving(talking(atWork)),
    bad: [
      { ending: null },
      { secondPerson: 'Dana' },
      { secondPerson: { operatorId: 'dana' } },
      withEnding({ outcome: 'fine' }),
      withEnding({ notAsked: 'x'.repeat(301) }),
      withEnding({ agreed: 'x'.repeat(10_001) }),
      withEnding({ company: 'crowd' }),
      withEnding({ followUp: 'maybe' }),
      withEnding({ followUp: { ...tomorrow, reason: 'x' } }),
      withEnding({ followUp: { ...tomorrow, owner: undefined } }),
      withEnding({ consent: 'share' }),
      { outcome: 'resolved-by-phone' },
    ],
  },
  'phone.escalate': {
    as: 'Cleo',
    good: (atWork) => ({ incidentId: talking(atWork), know: 'Alone.', stays: false }),
    bad: [{ know: null }, { know: 'x'.repeat(301) }, { stays: 'yes' }, { to: 'police-ems' }],
  },
  'phone.leave-to-help': {
    as: 'Cleo',
    good: (atWork) => {
      const incidentId = talking(atWork);
      atWork.do(atWork.as('Cleo'), 'incident.upgrade', { incidentId, services: ['police'] });
      return { incidentId };
    },
    bad: [{ incidentId: '' }, { outcome: 'x' }],
  },
  'phone.lose-caller': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: talking(atWork),
      lastWords: 'I am going out.',
      place: '1 W Lawrence, Uptown',
      hungUp: 'caller',
    }),
    bad: [
      { lastWords: null },
      { lastWords: 'x'.repeat(10_001) },
      { place: 'x'.repeat(301) },
      { hungUp: 'me' },
      { at: '2026-03-03T18:00:00.000Z' },
    ],
  },
  'phone.give-up-caller': {
    as: 'Cleo',
    good: (atWork) => ({
      incidentId: lostAndCalled(atWork, talking(atWork), 3),
      why: 'Was calm and at home.',
      secondPerson: null,
    }),
    bad: [{ why: null }, { why: 'x'.repeat(10_001) }, { secondPerson: 'Dana' }, { note: 'x' }],
  },
});
