import type { Caution, CautionAbout, CautionKind, IncidentCautions } from './caution.ts';
import type { CautionId, IncidentId, OperatorId } from '../lib/brand.ts';
import type { AsRead } from '../partition/event-partitions.ts';

/** A caution from its record to its removal. It expires by its date; nothing is written then. */
export type CautionEvent =
  | {
      readonly type: 'caution.recorded';
      readonly cautionId: CautionId;
      readonly about: CautionAbout;
      readonly kind: CautionKind;
      readonly text: string;
      readonly source: string;
      readonly expiresOn: string;
    }
  | {
      readonly type: 'caution.removed';
      readonly cautionId: CautionId;
      readonly kind: CautionKind;
      readonly reason: string;
    };

/** What an incident hears of cautions: ids only, so that its timeline tells each role what it may see. */
export type IncidentCautionEvent =
  | {
      readonly type: 'incident.caution-attached';
      readonly incidentId: IncidentId;
      readonly cautionId: CautionId;
    }
  | {
      readonly type: 'incident.cautions-acknowledged';
      readonly incidentId: IncidentId;
      readonly cautionIds: readonly CautionId[];
    };

interface Stamped {
  readonly at: string;
  readonly by: OperatorId;
}

/** The caution after one more event. */
export function evolveCaution(
  caution: Caution | null,
  event: AsRead<CautionEvent>,
  { at, by }: Stamped,
): Caution | null {
  if (event.type === 'caution.recorded') {
    const { type: _type, ...recorded } = event;
    return { ...recorded, recordedAt: at, recordedBy: by, removed: null };
  }
  return caution === null ? null : { ...caution, removed: { at, by, reason: event.reason } };
}

/** What an incident knows of cautions after one more event. */
export function evolveIncidentCautions(
  known: IncidentCautions,
  event: IncidentCautionEvent,
  { at, by }: Stamped,
): IncidentCautions {
  if (event.type === 'incident.caution-attached')
    return { ...known, attached: [...known.attached, event.cautionId] };
  const read = event.cautionIds.map((cautionId) => ({ cautionId, at, by }));
  return { ...known, acknowledged: [...known.acknowledged, ...read] };
}
