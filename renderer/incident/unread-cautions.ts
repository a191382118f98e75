import type { CautionLine } from '#shared/board/caution-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';

/** Those that count now and nobody has acknowledged on this incident. */
export function unreadCautions({ cautions }: Pick<IncidentView, 'cautions'>): CautionLine[] {
  return cautions.filter(({ expired, acknowledged }) => !expired && acknowledged === null);
}
