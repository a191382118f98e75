import type { Incident } from '../incident/incident.ts';
import type { IncidentId, OperatorId } from '../lib/brand.ts';

export const CONSENT_988 = ['given', 'refused', 'emergency'] as const;
/** Whether the person agreed that 988 calls 911; in an emergency nobody asks. */
export type Consent988 = (typeof CONSENT_988)[number];

/** What a counselor of 988 hands over, beside number, place and first words: the same form both ways. */
export interface Packet988 {
  readonly counselor: string;
  readonly counselorCallback: string;
  /** Who called or wrote to 988, as they name themselves. */
  readonly caller: string;
  /** Where somebody who wrote is connected from; empty for a voice. */
  readonly ipAddress: string;
  /** Who it is about, when that is somebody else. */
  readonly subject: string;
  readonly means: string;
  readonly weapons: string;
  readonly onScene: string;
  /** What has been done so far. */
  readonly done: string;
  readonly consent: Consent988;
}

export type From988Event =
  | {
      readonly type: 'incident.received-from-988';
      readonly incidentId: IncidentId;
      readonly packet: Packet988;
    }
  /** 988 heard how it went. */
  | {
      readonly type: 'incident.told-988';
      readonly incidentId: IncidentId;
      readonly whom: string;
      readonly said: string;
    };

export interface Told988 {
  readonly whom: string;
  readonly said: string;
  readonly at: string;
  readonly by: OperatorId;
}

/** An incident that 988 brought: what it handed over, and what it heard back. */
export interface From988 {
  readonly packet: Packet988;
  readonly told: readonly Told988[];
}

export function evolveFrom988(
  incident: Incident,
  event: From988Event,
  { at, by }: { readonly at: string; readonly by: OperatorId },
): Incident {
  if (event.type === 'incident.received-from-988')
    return { ...incident, from988: { packet: event.packet, told: [] } };
  const { from988 } = incident;
  if (from988 === null) return incident;
  const { whom, said } = event;
  return { ...incident, from988: { ...from988, told: [...from988.told, { whom, said, at, by }] } };
}
