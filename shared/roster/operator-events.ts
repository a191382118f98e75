import type { Operator, Role } from './operator.ts';
import type { Availability, AvailabilityChange } from '../phone/clinician.ts';
import type { ContactId, IncidentId, OperatorId } from '../lib/brand.ts';

/** What a passphrase was asked for. */
export type Proving = 'sign-on' | 'unlocking' | 'second-person' | 'hand-over' | 'own-passphrase';

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
  | {
      readonly type: 'operator.role-changed';
      readonly operatorId: OperatorId;
      readonly from: Role;
      readonly role: Role;
    }
  /** Nobody signs on with it any more. What its person did stays theirs. */
  | {
      readonly type: 'operator.deactivated';
      readonly operatorId: OperatorId;
      readonly reason: string;
    }
  | { readonly type: 'operator.reactivated'; readonly operatorId: OperatorId }
  /** Never the passphrase, and nothing it could be guessed from. */
  | {
      readonly type: 'operator.passphrase-changed';
      readonly operatorId: OperatorId;
      /** By themselves, or by an administrator for them. */
      readonly how: 'own' | 'reset';
    }
  /** `unknown` stands for every name that no account has. */
  | {
      readonly type: 'operator.sign-on-failed';
      readonly operatorId: OperatorId;
      readonly proving: Proving;
    }
  /** Too many wrong passphrases: nobody is let in with it until somebody ends that. */
  | {
      readonly type: 'operator.locked-out';
      readonly operatorId: OperatorId;
      /** How many were wrong within the time, with the last one. */
      readonly wrong: number;
    }
  | {
      readonly type: 'operator.unlocked';
      readonly operatorId: OperatorId;
      /** `nobody-else`: by the desk, because nobody is left who could. */
      readonly why: 'asked' | 'nobody-else';
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
    case 'operator.passphrase-changed':
    case 'operator.sign-on-failed':
    case 'operator.locked-out':
    case 'operator.unlocked':
      return operator;
    case 'operator.role-changed':
      return operator && { ...operator, role: event.role };
    case 'operator.deactivated':
      return operator && { ...operator, active: false };
    case 'operator.reactivated':
      return operator && { ...operator, active: true };
    case 'operator.languages-noted':
      return operator && { ...operator, languages: event.languages };
  }
}
