import { clearOfDanger, openedIncident, type DeskAtWork } from './desk-at-work.ts';
import type { Example } from './topic-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

export const ledgerExamples: { readonly 'ledger.unserved': Example<'ledger.unserved'> } = {
  'ledger.unserved': {
    as: 'Ada',
    good: () => ({ lines: 20 }),
    bad: [{ lines: -1 }, { lines: 501 }, { lines: 1.5 }, { lines: '20' }, { from: 'x' }],
  },
};

/** An incident a partner was decided for: nobody travels, and it can be closed as it stands. */
export function referred(atWork: DeskAtWork): IncidentId {
  const dana = atWork.as('Dana');
  const incidentId = openedIncident(atWork, dana);
  clearOfDanger(atWork, dana, incidentId);
  const view = atWork.do(dana, 'incident.focus', { incidentId });
  if (view === null) throw new Error('No such incident.');
  const { level, responseId } = view.recommendation;
  const chosen = { response: 'community-partner', reason: 'Asked for it.', secondPerson: null };
  atWork.do(dana, 'incident.decide', {
    incidentId,
    seen: { level, response: responseId },
    ...chosen,
  });
  return incidentId;
}
