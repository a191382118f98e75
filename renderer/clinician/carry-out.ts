import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import { nameOfReceiver } from '#shared/phone/receivers.ts';
import { TRANSFER_STEPS } from '#shared/phone/transfer.ts';
import { ask } from '../desk/ask.ts';
import type { SecondPersonDraft } from '../parts/second-person.tsx';
import { endingOf, type EndingDraft } from './ending-draft.ts';
import type { OutcomeId } from './phone-outcomes.ts';

export interface Typed {
  readonly draft: EndingDraft;
  readonly second: SecondPersonDraft;
  readonly line: string;
}

/** Does what an outcome says. What was typed for it goes where its label said it goes. */
export async function carryOut(
  { incidentId, phone }: IncidentView,
  outcome: OutcomeId,
  { draft, second, line }: Typed,
): Promise<Reply<Done>> {
  const { operatorId, passphrase } = second;
  const secondPerson = operatorId === null ? null : { operatorId, passphrase };
  switch (outcome) {
    case 'resolved':
    case 'referred':
    case 'follow-up':
      return ask('phone.resolve', { incidentId, ending: endingOf(outcome, draft), secondPerson });
    case 'lost': {
      const { lastWords, place, hungUp } = draft;
      return ask('phone.lose-caller', { incidentId, lastWords, place, hungUp });
    }
    case 'not-found':
      return ask('phone.give-up-caller', { incidentId, why: draft.why, secondPerson });
    case 'to-988':
      return ask('phone.transfer', { incidentId, to: '988', operatorId: null });
    case 'to-dispatch':
      return ask('phone.transfer', { incidentId, to: 'dispatch', operatorId: null });
    case 'team': {
      const { know, stays } = draft;
      return ask('phone.escalate', { incidentId, know, stays });
    }
    case 'help-took-over':
      return ask('phone.leave-to-help', { incidentId });
    case 'return': {
      const silent =
        phone.state !== 'transferring' || !TRANSFER_STEPS[phone.transfer.step].reachedOut
          ? 'Taken back'
          : `${capitalised(nameOfReceiver(phone.transfer))} did not take it`;
      const why = line.trim() === '' ? silent : line;
      return ask('phone.return-transfer', { incidentId, why });
    }
    case 'accepted':
      return ask('phone.accept-transfer', { incidentId });
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
