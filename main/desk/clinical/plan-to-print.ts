import { sheetOf } from './clinical-work.ts';
import type { DeskCore } from '../desk-core.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import type { PrintedPlan } from '#shared/paper/to-print.ts';
import { clinicalRecordOf } from '#shared/plan/clinical-record.ts';
import { nothingInIt } from '#shared/plan/decide-plan.ts';

/** The safety plan on record, for the printer. Only for who may do phone work: the door has asked. */
export function planToPrint(core: DeskCore, incidentId: IncidentId): PrintedPlan | Refusal {
  const record = clinicalRecordOf(core.journal.ofIncident(incidentId, ['dispatch', 'clinical']));
  const version = record.plans.at(-1)?.seq;
  const center = core.center?.name ?? '';
  const sheet = sheetOf(record, {
    policy: core.requirePolicy().policy,
    local: core.local(),
    center,
    training: core.options.mode === 'training',
  });
  if (sheet === null || version === undefined) return nothingInIt();
  return {
    sheet,
    version,
    size: kitSetting(core.db).size,
    at: core.now().toISOString(),
    timeZone: core.center?.timeZone ?? 'UTC',
  };
}
