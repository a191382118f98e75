import type { EidoEvent, ProposedPart } from './eido-events.ts';
import type { TakenEido } from './taken-eido.ts';
import type { DecideContext } from '../incident/context.ts';
import { setCallType, setPlace } from '../incident/decide-intake.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { Incident } from '../incident/incident.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';

/** One thing the sender says otherwise than it stands here. */
export interface Proposal {
  readonly part: ProposedPart;
  readonly theirs: string;
  readonly ours: string | null;
}

/** What there is to look at: what was said anew and is not what stands here anyway. */
export function proposalsOn(incident: Incident, taken: TakenEido): Proposal[] {
  if (incident.closed !== null) return [];
  return taken.proposed.flatMap((part) => {
    const theirs = taken.said[part];
    const ours = oursOf(incident, part);
    return theirs === null || theirs === '' || theirs === ours ? [] : [{ part, theirs, ours }];
  });
}

function oursOf({ place, callback, callType }: Incident, part: ProposedPart): string | null {
  if (part === 'address') return place.address || null;
  return part === 'callback' ? callback : callType;
}

/** Takes over what the sender says, as if it had been typed here, or keeps what stands. */
export function settleProposal(
  incident: Incident,
  taken: TakenEido | null,
  { part, how }: Pick<Extract<EidoEvent, { type: 'eido.proposal-settled' }>, 'part' | 'how'>,
  context: DecideContext & { readonly areaOf: (address: string) => string | null },
): (EidoEvent | IncidentEvent)[] | Refusal {
  const proposal = taken && proposalsOn(incident, taken).find((each) => each.part === part);
  if (!proposal)
    return refuse(
      'no-proposal',
      'Nothing of that kind is proposed any more: it was settled, or it stands here already. Nothing was changed.',
    );
  const { callId, incidentId } = incident;
  const settled: EidoEvent = { type: 'eido.proposal-settled', callId, incidentId, part, how };
  if (how === 'declined') return [settled];
  const set = takeOver(incident, proposal, context);
  return isRefusal(set) ? set : [...set, settled];
}

function takeOver(
  incident: Incident,
  { part, theirs }: Proposal,
  context: DecideContext & { readonly areaOf: (address: string) => string | null },
): IncidentEvent[] | Refusal {
  switch (part) {
    case 'address': {
      const place = { address: theirs, areaId: context.areaOf(theirs), position: null };
      return setPlace(incident, place, incident.callback, context);
    }
    case 'callback':
      return setPlace(incident, incident.place, theirs, context);
    case 'callType':
      return setCallType(incident, theirs, context);
  }
}
