import type { PaperSize } from './paper-events.ts';
import type { FigureTable } from '../outcomes/figure-rows.ts';
import type { Period } from '../outcomes/period.ts';

/** The figures of a period as they leave the console: small counts are left out already. Names nobody. */
export interface OutcomesReport {
  readonly period: Period;
  readonly printedAt: string;
  readonly timeZone: string;
  readonly center: string;
  readonly training: boolean;
  readonly printedBy: string;
  readonly policyVersion: string;
  readonly size: PaperSize;
  readonly tables: readonly FigureTable[];
}
