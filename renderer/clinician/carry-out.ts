import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
import { nameOfReceiver } from '#shared/phone/receivers.ts';
import { TRANSFER_STEPS } from '#shared/phone/transfer.ts';
import { ask } from '../desk/ask.ts';
import type { OutcomeId } from './phone-outcomes.ts';

/** Does what an outcome says. The line typed for it goes where its label said it goes. */
export async function carryOut(
  { incidentId, phone }: IncidentView,
  outcome: OutcomeId,
  line: string,
): Promise<Reply<Done>> {
  switch (outcome) {
    case 'resolve':
      return ask('phone.resolve', { incidentId, outcome: 'resolved-by-phone', note: '' });
    case 'refer':
      return ask('phone.resolve', { incidentId, outcome: 'referred', note: line });
    case 'lost':
      return ask('phone.resolve', { incidentId, outcome: 'caller-lost', note: '' });
    case 'to-988':
      return ask('phone.transfer', { incidentId, to: '988', operatorId: null });
    case 'to-dispatch':
      return ask('phone.transfer', { incidentId, to: 'dispatch', operatorId: null });
    case 'escalate':
      return ask('phone.escalate', { incidentId, to: 'field', reason: line });
    case 'return': {
      const silent =
        phone.state !== 'transferring' || !TRANSFER_STEPS[phone.transfer.step].reachedOut
          ? 'Taken back'
          : `${capitalised(nameOfReceiver(phone.transfer))} did not take it`;
      const why = line.trim() === '' ? silent : line;
      return ask('phone.return-transfer', { incidentId, why });
    }
    case 'dropped':
      return ask('phone.drop-line', { incidentId, whose: 'caller' });
    case 'accepted':
      return ask('phone.accept-transfer', { incidentId });
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
