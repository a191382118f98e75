import type { Operator, Role } from './operator.ts';
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
      return operator;
  }
}
