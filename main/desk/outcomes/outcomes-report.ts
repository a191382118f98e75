import type { DeskCore } from '../desk-core.ts';
import { cessaPart } from './cessa-part.ts';
import { figureSource } from './figure-source.ts';
import { atOnce, figuresOf } from './outcome-figure-answers.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import { figureTables } from '#shared/outcomes/figure-rows.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { publicReport } from '#shared/outcomes/public-report.ts';
import type { OutcomesReport } from '#shared/paper/outcomes-report.ts';
import type { Operator } from '#shared/roster/operator.ts';

/**
 * The figures of a period as they leave the console, counted now: without what would say something of fewer
 * than eleven people, whoever asks. The door has asked who may.
 */
export function outcomesReport(core: DeskCore, period: Period, by: Operator): OutcomesReport {
  const tables = atOnce(core, (source) =>
    figureTables(publicReport(figuresOf(source, period), cessaPart(source, period))),
  );
  return {
    period,
    printedAt: core.now().toISOString(),
    timeZone: figureSource(core).timeZone,
    center: core.center?.name ?? '',
    training: core.options.mode === 'training',
    printedBy: `${by.name}, ${by.role}`,
    policyVersion: core.requirePolicy().policy.version,
    size: kitSetting(core.db).size,
    tables,
  };
}
