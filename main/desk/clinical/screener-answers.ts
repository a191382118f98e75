import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { approverOf } from '../access/second-person.ts';
import { examineScreener, instrumentHash } from './examine-screener.ts';
import { instrumentOf, keptInstruments } from '#db/board/screeners-projection.ts';
import type { KeptScreeners } from '#shared/board/screen-lines.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';
import {
  approveInstrument,
  declineInstrument,
  proposeInstrument,
  withdrawInstrument,
} from '#shared/screen/decide-instruments.ts';
import type { AdoptedInstrument } from '#shared/screen/instrument-events.ts';

type ScreenerTopic =
  | 'screener.wording'
  | 'screener.kept'
  | 'screener.examine'
  | 'screener.propose'
  | 'screener.approve'
  | 'screener.decline'
  | 'screener.withdraw';

/** The wording of the suicide screen: from a file to the one in force. */
export function screenerAnswers(core: DeskCore): Answers<ScreenerTopic> {
  return {
    'screener.wording': ({ hash }) => instrumentOf(core.db, hash),
    'screener.kept': () => kept(core),
    'screener.examine': ({ text }) => examineScreener(text),

    'screener.propose': ({ text, source, registration }, session) => {
      const { instrument, faults } = examineScreener(text);
      if (instrument === null)
        return refuse(
          'no-screener',
          `${faults[0] ?? 'The file is no screener.'} Choose another file. Nothing was changed.`,
        );
      const hash = instrumentHash(instrument);
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        proposeInstrument(keptInstruments(core.db), { instrument, hash, source, registration }),
      );
      return done(core, outcome, hash);
    },

    'screener.approve': ({ hash, secondPerson }, session) => {
      const whose = 'a supervisor or an administrator';
      const approvedBy = approverOf(core, session, secondPerson, 'keep-screener', whose);
      if (isRefusal(approvedBy)) return approvedBy;
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        approveInstrument(keptInstruments(core.db), hash, approvedBy),
      );
      return done(core, outcome);
    },

    'screener.decline': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        declineInstrument(keptInstruments(core.db), hash, reason),
      );
      return done(core, outcome);
    },

    'screener.withdraw': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        withdrawInstrument(keptInstruments(core.db), hash, reason),
      );
      return done(core, outcome);
    },
  };
}

function kept(core: DeskCore): KeptScreeners {
  const { waiting, inForce, stepBack, earlier } = keptInstruments(core.db);
  const named = <T extends AdoptedInstrument>(each: T) => ({
    ...each,
    proposedByName: core.nameOf(each.proposedBy),
    approvedByName: core.nameOf(each.approvedBy),
  });
  return {
    waiting: waiting && { ...waiting, proposedByName: core.nameOf(waiting.proposedBy) },
    inForce: inForce && named(inForce),
    stepBack: stepBack && { to: stepBack.to?.title ?? null },
    earlier: earlier.map(named),
  };
}
