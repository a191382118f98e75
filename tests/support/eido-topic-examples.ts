import { eidoDesk } from './eido-desk.ts';
import { eidoText, movedEido } from './eido-examples.ts';
import type { Examples } from './topic-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

export const EIDO_TOPIC_EXAMPLES: Pick<Examples, 'eido.settle'> = {
  'eido.settle': {
    as: 'Pat',
    good: (atWork) => {
      const { deliver, waiting } = eidoDesk(atWork);
      deliver(eidoText());
      const callId = waiting().at(-1)!.callId;
      const incidentId = atWork.do(atWork.as('Dana'), 'call.answer', { callId }).made as IncidentId;
      deliver(movedEido('4700 N Racine'));
      return { incidentId, part: 'address', how: 'taken-over' };
    },
    bad: [{ part: 'words' }, { how: 'closed' }, { part: null }, { address: 'elsewhere' }],
  },
};
