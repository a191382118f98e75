import { clinicalNote, concluded } from './decide-outcome.ts';
import type { EndedWith, ScreenRisk } from './ending.ts';
import { onTheLine } from './on-the-line.ts';
import { CALLS_BEFORE_CLOSING, LOST_CHECK_LABELS, lostCheckOf } from './lost-caller.ts';
import type { HungUp } from './outcome-events.ts';
import type { DecideContext } from '../incident/context.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentEvent } from '../incident/incident-events.ts';
import { openIncidentOnly } from '../incident/open-incident-only.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** What is known of how it broke off. Nothing of it is waited for: the clock begins at once. */
export interface LastHeard {
  readonly lastWords: string;
  /** Where they were last; empty when nobody knows. */
  readonly place: string;
  readonly hungUp: HungUp;
}

/** The line is gone. Nothing is closed by it: the person is called again. */
export function loseCaller(
  incident: Incident,
  { lastWords, place, hungUp }: LastHeard,
  { by, now }: Pick<DecideContext, 'by' | 'now'>,
): IncidentEvent[] | Refusal {
  const mine = onTheLine(incident, by);
  if (mine !== null) return mine;
  const { incidentId, phone } = incident;
  const lastKnown = place.trim() === '' ? null : { place: place.trim(), at: now };
  const words = lastWords.trim();
  return [
    ...clinicalNote(incident, words === '' ? '' : `Last words: ${words}`),
    ...(phone.state === 'transferring'
      ? [{ type: 'phone.transfer-dropped', incidentId, whose: 'caller' } as const]
      : []),
    { type: 'phone.caller-lost', incidentId, clinician: by, hungUp, lastKnown },
  ];
}

/**
 * Somebody was not found again, and a clinician says so: never the clock. While a check is recommended it
 * takes a second person, because it lowers what stands on one person's word.
 */
export function giveUpCaller(
  incident: Incident,
  { why, secondPerson }: { readonly why: string; readonly secondPerson: OperatorId | null },
  risk: ScreenRisk | null,
  { by, policy }: Pick<DecideContext, 'by' | 'policy'>,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const { number, phone, recontact } = incident;
  if (phone.state !== 'lost')
    return refuse('not-lost', `The caller of incident ${number} is not lost. Nothing was changed.`);
  const { unanswered } = recontact;
  if (unanswered < CALLS_BEFORE_CLOSING)
    return refuse(
      'call-again-first',
      `The caller was called again ${unanswered} of ${CALLS_BEFORE_CLOSING} times. Incident ${number} stays open; call again (Shift+X when nobody answers).`,
    );
  if (why.trim() === '')
    return refuse('reason-needed', `Say why nobody has to go. Incident ${number} stays open.`);
  const check = lostCheckOf(incident, unanswered, risk, policy);
  if (check !== null && secondPerson === null)
    return refuse(
      'check-needed',
      `It is recommended to ${LOST_CHECK_LABELS[check]}. Incident ${number} stays open; p calls police and EMS, e a team, or a second person signs that nobody has to go.`,
    );
  if (secondPerson === by)
    return refuse(
      'second-person-is-you',
      `The second person has to be somebody else. Incident ${number} stays open.`,
    );
  const ended: EndedWith = { safety: 'not-asked', company: null, followUp: null, secondPerson };
  return [
    ...clinicalNote(incident, `Not found again: ${why.trim()}`),
    ...concluded(incident, 'caller-lost', ended),
  ];
}
