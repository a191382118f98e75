import type { Operator, Role } from './operator.ts';
import type { OperatorId } from '../lib/brand.ts';

export type OperatorEvent =
  | {
      readonly type: 'operator.added';
      readonly operatorId: OperatorId;
      readonly name: string;
      readonly role: Role;
    }
  | { readonly type: 'operator.signed-on'; readonly operatorId: OperatorId }
  | { readonly type: 'operator.signed-off'; readonly operatorId: OperatorId };

export function evolveOperator(operator: Operator | null, event: OperatorEvent): Operator | null {
  switch (event.type) {
    case 'operator.added': {
      const { operatorId, name, role } = event;
      return { operatorId, name, role, active: true };
    }
    case 'operator.signed-on':
    case 'operator.signed-off':
      return operator;
  }
}
