import { responseLabel, type NameOf } from '../incident-row.ts';
import { findCall } from '#db/board/calls-projection.ts';
import type { Database } from '#db/open-database.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { MonitorEvent, StepDownEnd, StepDownKind } from '#shared/phone/monitor-events.ts';
import type { Policy } from '#shared/policy/policy.ts';

type Said = Pick<TimelineLine, 'text' | 'kind'>;
type EventOf<Type extends MonitorEvent['type']> = Extract<MonitorEvent, { type: Type }>;

/** What a clinician who follows an incident did, and what dispatch made of it; null for other events. */
export function sayMonitor(event: JournalEvent, policy: Policy, nameOf: NameOf): Said | null {
  switch (event.type) {
    case 'monitor.joined':
      return { kind: 'phone', text: `${nameOf(event.clinician)} listens along` };
    case 'monitor.left':
      return { kind: 'phone', text: `${nameOf(event.clinician)} does not listen along any more` };
    case 'monitor.ended':
      return { kind: 'phone', text: `${nameOf(event.clinician)} ${LISTENED[event.why]}` };
    case 'monitor.advised':
      return {
        kind: 'note',
        text: `Advice${event.forTeam ? ' for the team too' : ''}: ${event.text}`,
      };
    case 'monitor.advice-seen':
      return { kind: 'note', text: 'Has seen the clinician’s advice' };
    case 'monitor.advice-answered':
      return {
        kind: 'note',
        text: event.followed ? 'Follows the advice' : `Does not follow the advice: ${event.reason}`,
      };
    case 'monitor.advice-unseen':
      return { kind: 'alert', text: 'Nobody has seen the clinician’s advice: said again' };
    default:
      return sayNomination(event, policy, nameOf) ?? sayStepDown(event, nameOf);
  }
}

const LISTENED: Readonly<Record<EventOf<'monitor.ended'>['why'], string>> = {
  closed: 'listened along until it was closed',
  'signed-off': 'signed off and does not listen along any more',
  'took-call': 'has the call now',
};

function sayNomination(event: JournalEvent, policy: Policy, nameOf: NameOf): Said | null {
  switch (event.type) {
    case 'monitor.nominated': {
      const what = responseLabel(policy, event.response);
      const from = event.since === null ? '' : ', asked while the call waited';
      return {
        kind: 'phone',
        text: `${nameOf(event.clinician)} nominates it for ${what}${from}: ${event.reason}`,
      };
    }
    case 'monitor.nomination-denied':
      return { kind: 'decision', text: `Denied the nomination: ${event.reason}` };
    case 'monitor.nomination-withdrawn':
      return { kind: 'phone', text: 'Withdrew the nomination' };
    case 'monitor.nomination-settled':
      return { kind: 'phone', text: SETTLED[event.how] };
    case 'monitor.nomination-overdue':
      return {
        kind: 'alert',
        text:
          event.to === 'owner'
            ? 'Nobody has answered the nomination: reminded'
            : 'Nobody has answered the nomination: the supervisors are told',
      };
    default:
      return null;
  }
}

const SETTLED: Readonly<Record<EventOf<'monitor.nomination-settled'>['how'], string>> = {
  approved: 'The nomination was approved by this decision',
  superseded: 'The nomination is over: it was decided otherwise',
  'signed-off': 'The nomination is over: the clinician has signed off',
  closed: 'The nomination is over: the incident is closed',
};

function sayStepDown(event: JournalEvent, nameOf: NameOf): Said | null {
  switch (event.type) {
    case 'monitor.step-down-proposed':
      return {
        kind: 'phone',
        text: `Proposes that ${listed(event.units)} ${WOULD[event.does]}; unanswered for ${event.seconds} s, nothing changes: ${event.reason}`,
      };
    case 'monitor.step-down-withdrawn':
      return { kind: 'phone', text: 'Withdrew the proposed step-down' };
    case 'monitor.step-down-refused':
      return { kind: 'decision', text: `Refused the step-down: ${event.reason}` };
    case 'monitor.step-down-agreed': {
      const second =
        event.secondPerson === null ? '' : `, signed on by ${nameOf(event.secondPerson)}`;
      const what = event.does === 'stage' ? `waits at ${event.place}` : 'does not come';
      return {
        kind: 'decision',
        text: `Agreed with ${nameOf(event.clinician)}${second}, that ${listed(event.units)} ${what}: ${event.reason}`,
      };
    }
    case 'monitor.step-down-confirmed':
      return { kind: 'phone', text: 'Says that it is still calm' };
    case 'monitor.step-down-resumed':
      return {
        kind: 'alert',
        text: `The response goes on, ${listed(event.units)} too: ${event.reason}`,
      };
    case 'monitor.step-down-ended':
      return {
        kind: event.agreed && event.why !== 'calm' ? 'alert' : 'phone',
        text: endedWords(event),
      };
    default:
      return null;
  }
}

const WOULD: Readonly<Record<StepDownKind, string>> = {
  stage: 'waits nearby',
  'stand-down': 'does not come',
};

const PROPOSAL_OVER: Partial<Readonly<Record<StepDownEnd, string>>> = {
  unanswered:
    'Nobody answered the proposed step-down in time: nothing has changed, the response goes on',
  superseded: 'The proposed step-down is over: it was decided anew',
  raised: 'The proposed step-down is over: the situation has changed',
  'police-ems-now': 'The proposed step-down is over: police/EMS were called',
  'signed-off': 'The proposed step-down is over: the clinician has signed off',
};

const AGREED_OVER: Readonly<Record<StepDownEnd, string>> = {
  unanswered: 'the response goes on',
  superseded: 'it was decided anew',
  lapsed: 'the clinician did not say in time that it is still calm. The response goes on',
  'line-ended': 'the clinician is not on the line any more. The response goes on',
  'signed-off': 'the clinician has signed off. The response goes on',
  calm: 'the conversation ended calmly. Say by radio what the units do',
  raised: 'the situation has changed. The response goes on',
  'police-ems-now': 'police/EMS were called. Everybody goes in',
  'went-in': 'a unit went in',
  'sent-again': 'a unit was sent again',
  gone: 'the units have left',
  closed: 'the incident is closed',
};

function endedWords({ agreed, why, units }: EventOf<'monitor.step-down-ended'>): string {
  return agreed
    ? `The step-down of ${listed(units)} is over: ${AGREED_OVER[why]}`
    : (PROPOSAL_OVER[why] ??
        'The proposed step-down is over: the clinician is not on the line any more');
}

function listed(units: readonly string[]): string {
  return units.join(', ');
}

interface Names {
  readonly db: Database;
  readonly policy: Policy;
  readonly nameOf: NameOf;
}

/** What is said aloud of it; `about` names the incident. */
export function announceMonitor(
  event: JournalEvent,
  about: (incidentId: string) => string,
  { db, policy, nameOf }: Names,
): Announcement[] {
  const say = (text: string, sound: Announcement['sound'] = null) => [{ text, sound }];
  // What somebody wrote about the person is for who works with it.
  const sayWords = (text: string): Announcement[] => [{ text, sound: null, needs: 'hear-advice' }];
  switch (event.type) {
    case 'monitor.joined':
      return say(`${about(event.incidentId)}: ${nameOf(event.clinician)} is listening along.`);
    case 'monitor.advised':
      return sayWords(`${about(event.incidentId)}: a clinician advises: ${event.text}`);
    case 'monitor.advice-unseen':
      return say(`${about(event.incidentId)}: advice of a clinician was not seen.`, 'alert');
    case 'monitor.advice-seen':
      return say(`${about(event.incidentId)}: your advice was seen.`);
    case 'monitor.nominated':
    case 'call.nominated': {
      const where =
        event.type === 'call.nominated'
          ? `Call ${findCall(db, event.callId)?.number ?? ''}`
          : about(event.incidentId);
      const what = responseLabel(policy, event.response);
      return say(`${where}: ${nameOf(event.clinician)} nominates it for ${what}.`, 'alert');
    }
    case 'monitor.nomination-overdue':
      return say(`${about(event.incidentId)}: a nomination waits for an answer.`, 'alert');
    case 'call.nomination-overdue': {
      const number = findCall(db, event.callId)?.number ?? '';
      return say(`Call ${number}: a nomination waits for an answer.`, 'alert');
    }
    case 'monitor.nomination-denied':
      return sayWords(`${about(event.incidentId)}: the nomination was denied: ${event.reason}`);
    case 'monitor.nomination-settled':
      return event.how === 'approved'
        ? say(`${about(event.incidentId)}: the nomination was approved.`)
        : [];
    case 'monitor.step-down-proposed':
      return say(
        `${about(event.incidentId)}: ${nameOf(event.clinician)} proposes that ${listed(event.units)} ${WOULD[event.does]}.`,
        'alert',
      );
    case 'monitor.step-down-agreed':
      return say(`${about(event.incidentId)}: step-down agreed. Tell ${listed(event.units)}.`);
    case 'monitor.step-down-refused':
      return sayWords(`${about(event.incidentId)}: the step-down was refused: ${event.reason}`);
    case 'monitor.step-down-resumed':
      return say(
        `${about(event.incidentId)}: the response goes on. Tell ${listed(event.units)}.`,
        'alert',
      );
    case 'monitor.step-down-ended':
      return say(
        `${about(event.incidentId)}: ${endedWords(event)}.`,
        event.agreed && event.why !== 'calm' && event.why !== 'closed' ? 'alert' : null,
      );
    default:
      return [];
  }
}
