import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { UnitId } from '#shared/lib/brand.ts';

/** `minutes` before the tests' clock. */
export function ago(atWork: DeskAtWork, minutes: number, about = false) {
  return { at: new Date(atWork.now().getTime() - minutes * 60_000).toISOString(), about };
}

function mandatory({ desk }: DeskAtWork): string[] {
  return desk.policy()?.policy.facts.flatMap((fact) => (fact.mandatory ? fact.id : [])) ?? [];
}

/** A card of an hour ago: M1 went, was there and is back. */
export function paperCard(
  atWork: DeskAtWork,
  more: Partial<Input<'outage.enter-card'>> = {},
): Input<'outage.enter-card'> {
  const informant = 'caller-saw';
  return {
    card: 'C-12',
    keptBy: 'Pat',
    received: ago(atWork, 60),
    answered: ago(atWork, 60),
    address: '900 W Wilson Ave, Uptown',
    callback: '312-555-0142',
    callType: null,
    words: 'She walks up and down and cries.',
    answers: [
      ...mandatory(atWork).map((fact) => ({ fact, answer: 'no', informant }) as const),
      { fact: 'in-person-need', answer: 'yes', informant },
    ],
    called: null,
    decided: {
      at: ago(atWork, 58),
      response: 'behavioral-health',
      reason: null,
      secondPerson: null,
    },
    phone: null,
    units: [
      {
        unitId: 'M1' as UnitId,
        assigned: ago(atWork, 57),
        enRoute: ago(atWork, 55),
        onScene: ago(atWork, 40, true),
        clear: ago(atWork, 20),
      },
    ],
    closed: { at: ago(atWork, 15), disposition: 'services', note: 'Sister stays with her.' },
    ...more,
  };
}

export const OUTAGE_EXAMPLES: Pick<
  Examples,
  'outage.declare' | 'outage.cards' | 'outage.enter-card'
> = {
  'outage.declare': {
    as: 'Dana',
    good: (atWork) => ({
      from: ago(atWork, 90).at,
      to: ago(atWork, 5).at,
      why: 'The PC did not start.',
    }),
    bad: [{ from: 'yesterday' }, { to: null }, { why: ' ' }, { outageId: 'x' }],
  },
  'outage.cards': { as: 'Sam', good: () => ({}), bad: [{ extra: 1 }, [], 'text'] },
  'outage.enter-card': {
    as: 'Dana',
    good: (atWork) => paperCard(atWork),
    bad: [
      { card: ' ' },
      { card: 'x'.repeat(41) },
      { keptBy: '' },
      { received: { at: '14:07', about: false } },
      { answered: null },
      { answers: [{ fact: 'weapon-in-hand', answer: 'maybe', informant: 'caller-saw' }] },
      { called: { at: null, services: ['fire'] } },
      { closed: { at: null, disposition: 'services', note: '' } },
      { phone: 'Cleo' },
      { units: [{ unitId: 'M1' }] },
      { number: 7 },
    ],
  },
};
