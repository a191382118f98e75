import type { Undo } from './undo.ts';
import type { OperatorId } from '../lib/brand.ts';
import { UNIT_STATUS } from '../unit/unit-status.ts';

/** What the operator reads before or after it is done. `number` is the incident's, null without one. */
export function sayUndo(
  undo: Undo,
  number: number | null,
  nameOf: (operatorId: OperatorId) => string,
): string {
  switch (undo.does) {
    case 'correct-status': {
      const [was, is] = [undo.from, undo.to].map((each) => UNIT_STATUS[each].label.toLowerCase());
      return `${undo.unitId} is ${was} again, not ${is}.`;
    }
    case 'stand-down':
      return `${undo.unitId} is stood down from incident ${number ?? ''} instead: what went out by radio cannot be unsent. Tell the crew.`;
    case 'unstack':
      return `${undo.unitId} does not come to incident ${number ?? ''} afterwards. If its crew was told, tell them.`;
    case 'release-hold':
      return `Incident ${number ?? ''} is not held. If the caller was promised a time, tell them.`;
    case 'hold-again':
      return `Incident ${number ?? ''} is held again until the same time: ${undo.reason}`;
    case 'give-back':
      return `Incident ${number ?? ''} is back with ${nameOf(undo.owner)}. Tell them.`;
    case 'set-place':
      return `The place of incident ${number ?? ''} is ${undo.place.address || 'not known'} again.`;
    case 'set-call-type':
      return `Incident ${number ?? ''} has its earlier call type again.`;
    case 'unlink-call':
      return number === null
        ? 'The past call is nobody’s any more.'
        : `Incident ${number} is nobody’s any more. The person stays registered.`;
    case 'unmerge':
      return 'They are two people again, each with what they had and what was added since.';
    case 'part-calls':
      return undo.callIds.length === 1
        ? `The call joined to incident ${number ?? ''} waits in the queue again.`
        : `The ${undo.callIds.length} calls joined to incident ${number ?? ''} wait in the queue again.`;
    case 'unmerge-incident':
      return `They are two incidents again: ${number ?? ''} is without the other one.`;
    case 'strike-note':
      return `The note on incident ${number ?? ''} is struck. It stays on the record, struck through.`;
  }
}
