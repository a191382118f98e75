import { phoneNumberOf } from './phone-number.ts';
import type { Present } from './phone-staff.ts';
import { returnedBy, transferStanding } from './transfer-words.ts';
import type { ViewSources } from '../incident-view.ts';
import type { DialLine, ReceiverChoice, TransfersView } from '#shared/board/transfer-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { AVAILABILITY_LABELS } from '#shared/phone/clinician.ts';
import { notPossible, receiverOf } from '#shared/phone/receivers.ts';
import { transferLimit } from '#shared/phone/transfer-limit.ts';
import type { TransferTarget } from '#shared/phone/transfer.ts';
import { phoneDeskOf } from '#shared/policy/phone-desk.ts';
import type { Operator } from '#shared/roster/operator.ts';

/** The clinicians of the center, and how those at a console stand. */
export interface Colleagues {
  readonly clinicians: readonly Operator[];
  readonly present: readonly Present[];
}

/** How the transfers of an incident stand, for one role. */
export function transfersView(sources: ViewSources): TransfersView {
  const { incident, policy, nameOf } = sources;
  const { phone, cameBack, consentRefused, joined } = incident;
  const transfer = phone.state === 'transferring' ? phone.transfer : null;
  return {
    standing: transfer && transferStanding(transfer, nameOf),
    limit: transfer && transferLimit(transfer, policy),
    number: shownNumber(transfer?.line?.dial ?? null),
    cameBack: cameBack && { ...cameBack, by: returnedBy(cameBack) },
    consentRefused,
    joined,
    receivers: sources.role === 'clinician' ? receiverChoices(sources) : [],
    dialed: dialLines(sources),
  };
}

const KINDS: Readonly<Record<Exclude<TransferTarget, 'clinician'>, string>> = {
  '988': 'Suicide and crisis lifeline',
  partner: 'Partner',
  team: 'Team outside this board: it goes to the person',
  dispatch: 'Back to a dispatcher here',
};

/** Everybody the clinician on the line could offer the call to: the lines of the policy, then the colleagues. */
function receiverChoices({ incident, policy, colleagues }: ViewSources): ReceiverChoice[] {
  const { phone } = incident;
  if (phone.state !== 'with-clinician') return [];
  const me = phone.clinician;
  const lines = phoneDeskOf(policy).receivers.map((each): ReceiverChoice => {
    const number = shownNumber(each.dial);
    return {
      to: each.kind,
      line: each.kind === 'dispatch' ? null : each.id,
      operatorId: null,
      label: each.kind === 'dispatch' ? 'Dispatch' : each.label,
      detail: number === null ? KINDS[each.kind] : `${KINDS[each.kind]}, ${number}`,
      number,
      notNow: notPossible(incident, receiverOf(each), me)?.because ?? null,
    };
  });
  // Whatever a policy lists, dispatch of this center is there.
  const dispatch = lines.some(({ to }) => to === 'dispatch') ? [] : [toDispatch(incident, me)];
  const others = colleagues.clinicians
    .filter(({ operatorId }) => operatorId !== me)
    .map(({ operatorId, name }): ReceiverChoice => ({
      to: 'clinician',
      line: null,
      operatorId,
      label: name,
      detail: 'Clinician of this center',
      number: null,
      notNow:
        notPossible(incident, { to: 'clinician', operatorId }, me)?.because ??
        absence(colleagues.present.find(({ operator }) => operator.operatorId === operatorId)),
    }));
  return [...lines, ...dispatch, ...others];
}

/** Nobody offers a caller to somebody who is not there. */
function absence(present: Present | undefined): string | null {
  if (present === undefined) return 'Not signed on at any console.';
  const { availability } = present.standing;
  if (availability !== 'break' && availability !== 'away') return null;
  return `${AVAILABILITY_LABELS[availability]}: not asked for calls now.`;
}

function toDispatch(incident: ViewSources['incident'], me: OperatorId): ReceiverChoice {
  return {
    to: 'dispatch',
    line: null,
    operatorId: null,
    label: 'Dispatch',
    detail: KINDS.dispatch,
    number: null,
    notNow: notPossible(incident, { to: 'dispatch' }, me)?.because ?? null,
  };
}

function shownNumber(dial: string | null): string | null {
  return dial === null ? null : (phoneNumberOf(dial)?.shown ?? null);
}

function dialLines({ entries, nameOf }: ViewSources): DialLine[] {
  return entries.flatMap(({ seq, at, by, event }): DialLine[] => {
    if (event.type !== 'phone.dialed') return [];
    const { number, result, answeredBy } = event;
    return [{ seq, at, by: nameOf(by), number, result, answeredBy }];
  });
}
