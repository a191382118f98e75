import type { IncidentView, ResponseOption } from '#shared/board/incident-view.ts';
import { insteadOfPhone } from '#shared/board/instead-of-phone.ts';

/** What Enter does now. Exactly one of them, and the card shows the same one. */
export type NextStep =
  | { readonly does: 'ask'; readonly fact: string | null; readonly why: string }
  /** `instead`: the response to send because nobody took the call by phone. */
  | { readonly does: 'accept'; readonly label: string; readonly instead?: string }
  | { readonly does: 'send'; readonly unitId: string; readonly team: string; readonly why: string }
  | { readonly does: 'choose-unit'; readonly why: string }
  | { readonly does: 'take-back'; readonly label: string }
  | { readonly does: 'wait'; readonly for: string }
  | { readonly does: 'dispose' }
  | { readonly does: 'leave' };

/** The next obvious step of an incident, read from its view alone. */
export function nextStepOf(view: IncidentView): NextStep {
  const { phone, decision, recommendation } = view;
  if (view.phase === 'closed') return { does: 'leave' };
  if (phone.state === 'transferring' && phone.transfer.to === 'dispatch')
    return { does: 'take-back', label: 'Take the call back from the clinician' };
  if (view.needsDecision) {
    const instead = insteadOfPhone(view);
    if (instead !== null && canBeAccepted(instead))
      return { does: 'accept', label: instead.label, instead: instead.id };
    const barred = view.options.find((option) => option.recommended)?.barred ?? null;
    if (barred !== null)
      return { does: 'ask', fact: recommendation.next?.fact ?? null, why: barred };
    return { does: 'accept', label: recommendation.response };
  }
  const promised = promisedStep(view);
  if (promised !== null) return promised;
  switch (view.phase) {
    case 'wrap-up':
      return { does: 'dispose' };
    case 'responding':
      return view.wanted.length > 0 ? sendStep(view) : { does: 'wait', for: WAIT_UNITS };
    case 'caller-lost':
      return { does: 'wait', for: WAIT_LOST };
    case 'on-phone':
      return { does: 'wait', for: 'A clinician is on the phone.' };
    default:
      return decision?.fill === 'unit'
        ? sendStep(view)
        : {
            does: 'wait',
            for: view.offer?.fallbackAt == null ? WAIT_CLINICIAN : WAIT_988,
          };
  }
}

/** In one stroke: nothing has to be asked or said with it. */
function canBeAccepted({ barred, needsReason, needsUnservedReason }: ResponseOption): boolean {
  return barred === null && !needsReason && needsUnservedReason === null;
}

const WAIT_UNITS = 'Everybody it takes is on it: s sets a status.';
const WAIT_LOST = 'The caller is lost and is called again: o decides otherwise, p sends at once.';
const WAIT_988 = 'Dial 988, and say above whether they took it.';
const WAIT_CLINICIAN = 'Waiting for a clinician to take the call.';

/** A unit that was to come after another incident is free now: nobody sends it but a person. */
function promisedStep({ stacked, candidates }: IncidentView): NextStep | null {
  const free = stacked.find((unit) => unit.free);
  if (free === undefined) return null;
  const unit = candidates.find(({ unitId }) => unitId === free.unitId);
  return unit?.recommended === true
    ? { does: 'send', unitId: unit.unitId, team: unit.team, why: 'It was to come after another' }
    : { does: 'choose-unit', why: `${free.unitId} is free now and was to come here.` };
}

function sendStep({ candidates, wanted, phase }: IncidentView): NextStep {
  const also = phase === 'responding' ? `${wanted.join(', ')} still wanted. ` : '';
  // Units still wanted come first; once some are out, one of another kind is no step forward.
  const [best] = candidates.filter(({ team }) => also === '' || wanted.includes(team));
  if (best === undefined)
    return { does: 'choose-unit', why: `${also}No unit of the right type is on the board.` };
  if (!best.recommended)
    return {
      does: 'choose-unit',
      why: `${also}No unit can go now. Nearest to it: ${best.unitId}, ${lower(against(best))}.`,
    };
  return {
    does: 'send',
    unitId: best.unitId,
    team: best.team,
    why: also === '' ? '' : 'Still wanted',
  };
}

/** Everything that stands against it, in words. */
function against({ shortfalls }: IncidentView['candidates'][number]): string {
  return shortfalls.map(({ text }) => text).join(' · ');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
