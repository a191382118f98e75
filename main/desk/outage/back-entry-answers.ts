import { done, type Answers } from '../answer.ts';
import { signedBeside } from '../access/second-person.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { enteredCard, enteredCards, outages } from '#db/board/paper-projection.ts';
import { nextCallNumber } from '#db/board/calls-projection.ts';
import { findUnit } from '#db/board/units-projection.ts';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';
import { declareOutage } from '#shared/outage/declare-outage.ts';
import { enterCard } from '#shared/outage/enter-card.ts';
import { cardKey } from '#shared/outage/paper-card.ts';

/** As many as one outage brings; what is asked is whether a card is in already. */
const CARDS_SHOWN = 50;

/** What was worked on paper, brought into the record with both its times. */
export function backEntryAnswers(
  core: DeskCore,
): Answers<'outage.declare' | 'outage.cards' | 'outage.enter-card'> {
  return {
    'outage.declare': (declared, session) => {
      const outageId = core.options.newId();
      const outage = { outageId, ...declared };
      return done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          declareOutage(outage, core.now().toISOString()),
        ),
      );
    },

    'outage.cards': () => ({
      outages: outages(core.db),
      cards: enteredCards(core.db, CARDS_SHOWN).map(({ by, ...card }) => ({
        ...card,
        byName: core.nameOf(by),
      })),
    }),

    'outage.enter-card': (input, session) => {
      const by = operatorOf(session).operatorId;
      const second = signedBeside(core, session, input.decided?.secondPerson ?? null);
      // Named by its field: the card says it there.
      if (isRefusal(second)) return refuse('decided.secondPerson', second.because);
      const incidentId = core.options.newId() as IncidentId;
      const callId = core.options.newId() as CallId;
      const outcome = core.commit(by, () => {
        const known = enteredCard(core.db, cardKey(input.card));
        if (known !== null)
          return refuse(
            'card',
            `Card ${known.card} was entered already, as incident ${known.number}, by ` +
              `${core.nameOf(known.by)}. Nothing was entered twice.`,
          );
        const { phone } = input;
        if (phone !== null && core.operators.get(phone.clinician)?.role !== 'clinician')
          return refuse('phone', 'Only a clinician takes a call by phone. Choose who it was.');
        if (phone !== null && input.closed === null)
          return refuse('closed', 'Say how the conversation ended, and when. Nothing was entered.');
        const { policy } = core.requirePolicy();
        const card = {
          ...input,
          areaId: core.places.areaOf(input.address, policy),
          callback: input.callback === '' ? null : input.callback,
          decided: input.decided && {
            ...input.decided,
            secondPerson: second,
          },
        };
        return enterCard(card, {
          callId,
          incidentId,
          number: nextCallNumber(core.db),
          unitNamed: (unitId) => findUnit(core.db, unitId),
          contextAt: (at) => core.contextAt(by, new Date(at)),
          now: core.now().toISOString(),
        });
      });
      return done(core, outcome, incidentId);
    },
  };
}
