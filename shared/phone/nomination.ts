import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';
import type { Policy, ResponseDefinition } from '../policy/policy.ts';
import type { Running } from '../timers/running.ts';

/** A clinician asks for a call or an incident: for the phone, or for a team. Nothing changes by it. */
export interface Nomination {
  readonly clinician: OperatorId;
  /** The response they ask for, by its id in the policy. */
  readonly response: string;
  readonly reason: string;
  /** ISO instant they asked. */
  readonly since: string;
  /** Who was told that it still waits for an answer. */
  readonly overdue: OverdueTo | null;
}

export type OverdueTo = 'owner' | 'supervisor';

/** Seconds to answer a nomination: then whoever is to answer is reminded, after as many again a supervisor is told. */
export const NOMINATION_SECONDS = 60;

/** Responses that can be asked for: an alternative one that puts somebody on the phone or sends a team. */
export function nominable({ responses }: Policy): readonly ResponseDefinition[] {
  return responses.filter(
    ({ alternative, teamTypes }) => alternative === true && teamTypes.length > 0,
  );
}

/** Why a nomination cannot be made so, whatever it is for; null when it can. */
export function nominationBar(
  standing: Nomination | null,
  response: string,
  reason: string,
  policy: Policy,
): Refusal | null {
  if (standing !== null)
    return refuse(
      'nominated-already',
      'It is nominated already, and that waits for an answer. Nothing was asked; withdraw it first to ask for something else.',
    );
  if (!nominable(policy).some(({ id }) => id === response))
    return refuse(
      'not-nominable',
      'Ask for a clinician by phone or for a team of the policy in force. Nothing was asked.',
    );
  if (reason.trim() === '')
    return refuse('reason-needed', 'Say in a line why it should go so. Nothing was asked yet.');
  return null;
}

/** When somebody is told next that a nomination waits, and who; null once everybody knows. */
export function nextOverdue({ since, overdue }: Nomination): (Running & { to: OverdueTo }) | null {
  const after = (times: number) =>
    new Date(Date.parse(since) + times * NOMINATION_SECONDS * 1000).toISOString();
  switch (overdue) {
    case null:
      return { from: since, until: after(1), to: 'owner' };
    case 'owner':
      return { from: since, until: after(2), to: 'supervisor' };
    case 'supervisor':
      return null;
  }
}
