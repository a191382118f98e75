import { confirmCode, readArrivals, tooManyCodes, unknownCode } from './confirmations.ts';
import { newReferralCode } from './new-code.ts';
import { pageToPrint } from './page-to-print.ts';
import { lastTold, referralLine } from './referral-view.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { endConsents } from '../disclosure/sharing-watch.ts';
import { onIncident } from '../on-incident.ts';
import { wordsFor } from '../partition/words-for.ts';
import { consentsOfIncident } from '#db/board/consents-projection.ts';
import {
  countOpenReferrals,
  findReferral,
  openReferrals,
  referralsOfIncident,
} from '#db/board/referrals-projection.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { referralTopics } from '#shared/contract/referral-topics.ts';
import type { OperatorId, ReferralId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import {
  answerReferral,
  endReferral,
  makeReferral,
  missAppointment,
  reportReferral,
  sendReferral,
  takeReferral,
  withdrawReferral,
} from '#shared/referral/decide-referral.ts';
import { readReferralCode } from '#shared/referral/referral-code.ts';
import type { ReferralEvent } from '#shared/referral/referral-events.ts';
import type { Referral } from '#shared/referral/referral.ts';

/** Referrals, from telling the person to what the receiving place confirms. */
export function referralAnswers(core: DeskCore): Answers<keyof typeof referralTopics> {
  const onReferral =
    <Input extends { readonly referralId: ReferralId }>(
      decide: (
        referral: Referral,
        input: Input,
        context: { readonly by: OperatorId; readonly now: number },
      ) => ReferralEvent[] | Refusal,
    ) =>
    (input: Input, session: Session): Done | Refusal => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const referral = findReferral(core.db, input.referralId);
        return referral === null
          ? refuse('no-referral', 'This referral does not exist here. Nothing was changed.')
          : decide(referral, input, { by, now: core.now().getTime() });
      });
      return done(core, outcome);
    };

  return {
    'referral.make': (input, session) => {
      const referralId = core.options.newId() as ReferralId;
      const make = onIncident<typeof input>(core, (_incident, { incidentId, ...draft }) =>
        makeReferral(referralId, incidentId, draft, newReferralCode(core.options.newId())),
      );
      const made = make(input, session);
      return isRefusal(made) ? made : { ...made, made: referralId };
    },
    'referral.take': onReferral((referral, _input, { by }) => takeReferral(referral, by)),
    'referral.send': (input, session) => {
      // What has ended by the clock is written down as ended first, so that no clock revives it.
      endConsents(core);
      const send = onReferral<typeof input>((referral, { way }, { now }) => {
        const consents = consentsOfIncident(core.db, referral.incidentId);
        const disclosure = lastTold(core.db, referral);
        return sendReferral(referral, { way, disclosure }, consents, now);
      });
      return send(input, session);
    },
    'referral.answer': onReferral<Parsed<'referral.answer'>>((referral, { said }, { now }) =>
      answerReferral(referral, said, now),
    ),
    'referral.miss': onReferral<Parsed<'referral.miss'>>((referral, { next }, { now }) =>
      missAppointment(referral, next, now),
    ),
    'referral.report': onReferral<Parsed<'referral.report'>>((referral, { what }) =>
      reportReferral(referral, what),
    ),
    'referral.print': ({ referralId }) => {
      const page = pageToPrint(core, referralId);
      if (isRefusal(page)) return page;
      return refuse('no-window', 'Printing takes a window: start the console.');
    },
    'referral.withdraw': onReferral((referral) => withdrawReferral(referral)),
    'referral.end': onReferral<Parsed<'referral.end'>>((referral, { why }) =>
      endReferral(referral, why),
    ),

    'referral.confirm-code': ({ code, ...confirming }, session) => {
      const by = operatorOf(session).operatorId;
      const read = readReferralCode(code);
      if (isRefusal(read)) return read;
      const limited = tooManyCodes(core);
      if (limited !== null) return limited;
      let known = true;
      const outcome = core.commit(by, () => {
        const events = confirmCode(core, read, confirming);
        known = events !== null;
        return events ?? [{ type: 'referral.code-refused' }];
      });
      return known ? done(core, outcome) : unknownCode();
    },

    'referral.examine-file': ({ text }) => readArrivals(core, text).examination,

    'referral.confirm-file': ({ text }, session) => {
      let fault: string | null = null;
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const { examination, events } = readArrivals(core, text);
        ({ fault } = examination);
        return events;
      });
      return fault === null
        ? done(core, outcome)
        : refuse('no-arrivals', `${fault as string} Nothing was recorded.`);
    },

    'referral.open': ({ incidentId, lines }, session) => {
      const words = wordsFor(core.db, [operatorOf(session).role]);
      const now = core.now().getTime();
      const found =
        incidentId === null
          ? openReferrals(core.db, lines)
          : referralsOfIncident(core.db, incidentId).slice(-lines);
      return {
        lines: found.map((referral) => referralLine(core, referral, words, now)),
        open: incidentId === null ? countOpenReferrals(core.db) : found.length,
      };
    },
  };
}
