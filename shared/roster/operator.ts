import type { OperatorId } from '../lib/brand.ts';

export const ROLES = ['call-taker', 'dispatcher', 'clinician', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Operator {
  readonly operatorId: OperatorId;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  /** BCP-47 tags beside the language of the center; absent while nobody noted any. */
  readonly languages?: readonly string[];
}

/** The desk itself: simulated callers, timers and imports act under this name. */
export const DESK_OPERATOR = 'desk' as OperatorId;
