import type { Operator, Role } from './operator.ts';
import type { Availability, AvailabilityChange } from '../phone/clinician.ts';
import type { ContactId, IncidentId, OperatorId } from '../lib/brand.ts';

export type OperatorEvent =
  | {
      readonly type: 'operator.added';
      readonly operatorId: OperatorId;
      readonly name: string;
      readonly role: Role;
    }
  | { readonly type: 'operator.signed-on'; readonly operatorId: OperatorId }
  | { readonly type: 'operator.signed-off'; readonly operatorId: OperatorId }
  /** Whether calls are offered to a clinician. Signing on makes ready, signing off away. */
  | {
      readonly type: 'operator.availability-changed';
      readonly operatorId: OperatorId;
      readonly availability: Availability;
      readonly reason: string | null;
      readonly why: AvailabilityChange;
    }
  | {
      readonly type: 'operator.languages-noted';
      readonly operatorId: OperatorId;
      readonly languages: readonly string[];
    }
  /** With the signing off of somebody who has handed nothing over: what is still theirs. */
  | {
      readonly type: 'operator.left-holding';
      readonly operatorId: OperatorId;
      readonly incidents: readonly IncidentId[];
      readonly contacts: readonly ContactId[];
    };

export function evolveOperator(operator: Operator | null, event: OperatorEvent): Operator | null {
  switch (event.type) {
    case 'operator.added': {
      const { operatorId, name, role } = event;
      return { operatorId, name, role, active: true };
    }
    case 'operator.signed-on':
    case 'operator.signed-off':
    case 'operator.left-holding':
    case 'operator.availability-changed':
      return operator;
    case 'operator.languages-noted':
      return operator && { ...operator, languages: event.languages };
  }
}
