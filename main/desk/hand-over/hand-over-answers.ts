import { pastShifts } from './hand-over-rows.ts';
import { heldBy } from './open-work.ts';
import { acceptedShift, shiftSheet } from './shift-sheet.ts';
import { done, type Answers } from '../answer.ts';
import { prove } from '../access/prove.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { findHandOver, standingHandOverOf } from '#db/board/hand-overs-projection.ts';
import {
  acceptHandOver,
  declineHandOver,
  offerHandOver,
  withdrawHandOver,
} from '#shared/hand-over/decide-hand-over.ts';
import { changesSince, type HandOver } from '#shared/hand-over/hand-over.ts';
import type { HandOverId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import type { Operator } from '#shared/roster/operator.ts';

type HandOverTopic =
  | 'hand-over.sheet'
  | 'hand-over.offer'
  | 'hand-over.accept'
  | 'hand-over.decline'
  | 'hand-over.withdraw'
  | 'hand-over.past';

/** A shift changes hands: the sheet, the offer, and whoever reads and accepts it. */
export function handOverAnswers(core: DeskCore): Answers<HandOverTopic> {
  /** The offer when this person gives or takes it, with both of them. */
  function between(session: Session, handOverId: HandOverId): Parties | Refusal {
    const me = operatorOf(session);
    const handOver = findHandOver(core.db, handOverId);
    const from = handOver && core.operators.get(handOver.from);
    const to = handOver && core.operators.get(handOver.to);
    if (handOver === null || !from || !to)
      return refuse('no-hand-over', 'This hand-over does not exist here. Nothing was changed.');
    if (me.operatorId !== from.operatorId && me.operatorId !== to.operatorId)
      return refuse(
        'not-yours',
        `This hand-over is between ${from.name} and ${to.name}. Nothing was changed; open your own with g h.`,
      );
    return { me, handOver, from, to };
  }

  return {
    'hand-over.sheet': ({ handOverId }, session) => {
      const me = operatorOf(session);
      if (handOverId === null) {
        const offer = standingHandOverOf(core.db, me.operatorId);
        const to = offer === null ? undefined : core.operators.get(offer.to);
        const readers = [me.role, ...(to === undefined ? [] : [to.role])];
        return shiftSheet(core.boardSources(), { of: me, offer, readers });
      }
      const parties = between(session, handOverId);
      if (isRefusal(parties)) return parties;
      const { handOver, from, to } = parties;
      const readers = [me.role, to.role];
      return shiftSheet(core.boardSources(), { of: from, offer: handOver, readers });
    },

    'hand-over.offer': ({ to, remark }, session) => {
      const from = operatorOf(session);
      const oncoming = core.operators.get(to);
      if (oncoming === undefined)
        return refuse('unknown-operator', 'This account does not exist. Nothing was offered.');
      const handOverId = core.options.newId() as HandOverId;
      const outcome = core.commit(from.operatorId, () =>
        offerHandOver(
          handOverId,
          { from, to: oncoming },
          remark,
          heldBy(core.db, from.operatorId),
          {
            earlier: standingHandOverOf(core.db, from.operatorId),
            now: core.now().toISOString(),
          },
        ),
      );
      return done(core, outcome, handOverId);
    },

    'hand-over.accept': ({ handOverId, seen, passphrase }, session) => {
      const parties = between(session, handOverId);
      if (isRefusal(parties)) return parties;
      const { me, to } = parties;
      if (me.operatorId !== to.operatorId) {
        const there = isThere(core, me, to, passphrase);
        if (isRefusal(there)) return there;
      }
      // Written as the oncoming person: they proved who they are, and it is their signature.
      const outcome = core.commit(to.operatorId, () => {
        const now = findHandOver(core.db, handOverId) ?? parties.handOver;
        const held = heldBy(core.db, now.from);
        const readers = [me.role, to.role];
        const sheet = shiftSheet(core.boardSources(), { of: parties.from, offer: now, readers });
        const cautions = sheet.incidents.flatMap((each) => each.cautions).length;
        const changes = changesSince(seen, sheet.signed);
        return acceptHandOver(now, to, held, changes, acceptedShift(sheet, held, cautions));
      });
      return done(core, outcome);
    },

    'hand-over.decline': ({ handOverId, reason }, session) => {
      const parties = between(session, handOverId);
      if (isRefusal(parties)) return parties;
      const { me, to } = parties;
      if (me.operatorId !== to.operatorId)
        return refuse(
          'not-yours',
          `Only ${to.name} can decline this. Nothing was changed; you can take it back.`,
        );
      const outcome = core.commit(me.operatorId, () =>
        declineHandOver(findHandOver(core.db, handOverId) ?? parties.handOver, reason),
      );
      return done(core, outcome);
    },

    'hand-over.withdraw': ({ handOverId }, session) => {
      const parties = between(session, handOverId);
      if (isRefusal(parties)) return parties;
      const { me, from } = parties;
      if (me.operatorId !== from.operatorId)
        return refuse(
          'not-yours',
          `Only ${from.name} can take this back. Nothing was changed; you can decline it.`,
        );
      const outcome = core.commit(me.operatorId, () =>
        withdrawHandOver(findHandOver(core.db, handOverId) ?? parties.handOver),
      );
      return done(core, outcome);
    },

    'hand-over.past': ({ lines }, session) => pastShifts(core, operatorOf(session).role, lines),
  };
}

interface Parties {
  readonly me: Operator;
  readonly handOver: HandOver;
  readonly from: Operator;
  readonly to: Operator;
}

/** The oncoming person at this console, or nobody who says so. */
/** At somebody else’s console the oncoming person proves who they are. */
function isThere(
  core: DeskCore,
  me: Operator,
  { operatorId, name }: Operator,
  passphrase: string | null,
): Operator | Refusal {
  const where = `${name} types it here, or accepts at their own console`;
  if (passphrase === null)
    return refuse('wrong-passphrase', `It takes the passphrase of ${name}: ${where}.`);
  const proved = prove(core, { operatorId, passphrase }, me.operatorId, 'hand-over');
  return isRefusal(proved) && proved.refused === 'wrong-passphrase'
    ? refuse(
        proved.refused,
        `That is not the passphrase of ${name}. Nothing was taken over; ${where}.`,
      )
    : proved;
}
