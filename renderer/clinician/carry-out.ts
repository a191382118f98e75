import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Done, Reply } from '#shared/contract/endpoint.ts';
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
      const to = phone.state === 'transferring' && phone.transfer.to === '988' ? '988' : 'They';
      const why = line.trim() === '' ? `${to} did not take it` : line;
      return ask('phone.return-transfer', { incidentId, why });
    }
    case 'accepted': {
      const accepted = await ask('phone.accept-transfer', { incidentId });
      if (!accepted.ok) return accepted;
      return ask('incident.close', { incidentId, disposition: '988-accepted', note: '' });
    }
  }
}
