import {
  missingOf,
  wordsOf,
  type AtTheEnd,
  type EndedWith,
  type Ending,
  type FollowUpDraft,
} from './ending.ts';
import { closedWithPhone } from './closed-with-phone.ts';
import { callOffTransfer } from './decide-transfer.ts';
import { onTheLine, withMe } from './on-the-line.ts';
import { OUTCOMES } from './outcome.ts';
import type { ContactEvent } from '../contact/contact-events.ts';
import { promiseContact } from '../contact/decide-contact.ts';
import type { DecideContext } from '../incident/context.ts';
import type { DispositionCode } from '../incident/disposition.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import type { ContactId, OperatorId, ReferralId } from '../lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '../lib/refusal.ts';
import { makeReferral, type NewCode } from '../referral/decide-referral.ts';
import type { ReferralEvent } from '../referral/referral-events.ts';
import type { ReferralKind } from '../referral/referral.ts';

type Decided = (IncidentEvent | ContactEvent | ReferralEvent)[] | Refusal;

/** Names for what an ending may make, given by main. */
export interface NewIds {
  readonly contactId: ContactId;
  readonly referralId: ReferralId;
  readonly code: NewCode;
}

/** The conversation ends as the clinician says. What follows from it is written with it, or nothing is. */
export function endConversation(
  incident: Incident,
  ending: Ending,
  at: Omit<AtTheEnd, 'signed' | 'now'> & { readonly secondPerson: OperatorId | null },
  ids: NewIds,
  { by, now }: Pick<DecideContext, 'by' | 'now'>,
): Decided {
  const mine = withMe(incident, by);
  if (mine !== null) return mine;
  const { secondPerson } = at;
  if (secondPerson === by)
    return refuse(
      'second-person-is-you',
      'The second person has to be somebody else. Nothing was ended; you are still on the line.',
    );
  const [missing] = missingOf(ending, { ...at, signed: secondPerson !== null, now });
  if (missing !== undefined)
    return refuse(
      `missing-${missing.field}`,
      `${missing.because} Nothing was ended; you are still on the line.`,
    );
  const { disposition } = OUTCOMES[ending.outcome];
  if (disposition === null) throw new Error(`${ending.outcome} closes nothing.`);
  const promised =
    ending.followUp === null || ending.followUp === 'none'
      ? []
      : promise(incident, ending, ending.followUp, ids.contactId, { by, now });
  if (isRefusal(promised)) return promised;
  const referred = referralOf(incident, ending, ids);
  if (isRefusal(referred)) return referred;
  const ended: EndedWith = {
    safety: ending.notAsked.trim() === '' ? 'asked' : 'not-asked',
    company: ending.outcome === 'resolved' ? ending.company : null,
    followUp: promised.length === 0 ? null : ids.contactId,
    secondPerson,
  };
  return [
    ...clinicalNote(incident, wordsOf(ending), isPart2(ending) ? 'part-2' : 'clinical'),
    ...referred,
    ...promised,
    ...concluded(incident, disposition, ended),
  ];
}

function promise(
  incident: Incident,
  ending: Ending,
  { owner, ...draft }: FollowUpDraft,
  contactId: ContactId,
  { by, now }: Pick<DecideContext, 'by' | 'now'>,
): ContactEvent[] | Refusal {
  const reason =
    ending.agreed.trim() !== '' || ending.outcome !== 'referred'
      ? ending.agreed
      : isPart2(ending)
        ? 'The referral: did they get there?'
        : `Referred to ${ending.referral.to.trim()}: did they get there?`;
  const caller = { by: owner ?? by, now, clinical: true };
  return promiseContact(contactId, incident, { ...draft, reason: reason.slice(0, 300) }, caller);
}

/** Which substance-use program somebody goes to is kept with Part 2 text, wherever it is said. */
function isPart2(ending: Ending): boolean {
  return ending.outcome === 'referred' && ending.referral.substanceUse;
}

function referralOf(
  { incidentId }: Incident,
  ending: Ending,
  { referralId, code }: NewIds,
): ReferralEvent[] | Refusal {
  if (ending.outcome !== 'referred' || ending.consent === null) return [];
  const { consent, referral } = ending;
  const { to, substanceUse, ...said } = referral;
  const kind = substanceUse ? 'part-2' : 'clinical';
  const draft = { ...said, organization: to, consent, kind } as const;
  return makeReferral(referralId, incidentId, draft, code);
}

/** A clinician's words are clinical: they never ride on an event that police views can read. */
export function clinicalNote(
  { incidentId }: Incident,
  words: string,
  kind: ReferralKind = 'clinical',
): IncidentEvent[] {
  const text = words.trim();
  return text === '' ? [] : [{ type: 'incident.note-added', incidentId, kind, text }];
}

/** The end itself, and the incident with it where nothing keeps it open. */
export function concluded(
  incident: Incident,
  outcome: DispositionCode,
  ended: EndedWith | null,
): IncidentEvent[] {
  const { incidentId } = incident;
  return [
    { type: 'phone.resolved', incidentId, outcome, ended },
    ...closedWithPhone(incident, outcome),
  ];
}

/** A conversation that was worked on paper: what was asked then is on the card, and not asked again. */
export function endOnPaper(
  incident: Incident,
  outcome: DispositionCode,
  by: OperatorId,
): IncidentEvent[] | Refusal {
  return withMe(incident, by) ?? concluded(incident, outcome, null);
}

/**
 * The conversation needs more than a phone: dispatch decides who goes. It is never held up by a field.
 * With `stays` the caller stays on the line until the clinician ends it. A transfer ends with it.
 */
export function askForTeam(
  incident: Incident,
  { know, stays }: { readonly know: string; readonly stays: boolean },
  { by, policy }: Pick<DecideContext, 'by' | 'policy'>,
): IncidentEvent[] | Refusal {
  // Somebody who is lost is looked for in person, too.
  const lost = incident.closed === null && incident.phone.state === 'lost';
  const mine = lost ? null : onTheLine(incident, by);
  if (mine !== null) return mine;
  const { incidentId } = incident;
  const reason = know.trim() === '' ? 'The clinician asks for somebody in person' : know.trim();
  return [
    ...callOffTransfer(incident, 'Somebody has to go in person'),
    {
      type: 'incident.fact-answered',
      incidentId,
      fact: policy.inPersonFact,
      answer: 'yes',
      informant: 'responder',
    },
    { type: 'phone.escalated', incidentId, to: 'field', reason, stays: stays && !lost },
  ];
}

/** Help is there: the clinician leaves the line, and the incident goes on with dispatch, whatever was decided. */
export function leaveToHelp(incident: Incident, by: OperatorId): IncidentEvent[] | Refusal {
  const mine = withMe(incident, by);
  if (mine !== null) return mine;
  const { fromLine, number } = incident;
  if (fromLine === null)
    return refuse(
      'nobody-called',
      `Nobody was called to incident ${number} from your line. Nothing was ended; p calls police and EMS, e a team.`,
    );
  const outcome = fromLine === 'field' ? 'escalated-field' : 'escalated-police-ems';
  return [{ type: 'phone.resolved', incidentId: incident.incidentId, outcome, ended: null }];
}
