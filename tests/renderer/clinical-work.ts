import type { ClinicalView } from '#shared/board/clinical-view.ts';
import type { ClinicalWork, WrittenLine } from '#shared/board/clinical-work.ts';
import { EMPTY_PLAN } from '#shared/plan/safety-plan.ts';
import { ago, CLEO } from './sheets-fixtures.ts';

export function written<Value>(value: Value, seq = 7, by: string = CLEO.name): WrittenLine<Value> {
  return { value, seq, at: ago(60), by };
}

/** Nothing on the record yet, but for what is said. */
export function clinical(more: Partial<ClinicalWork> = {}): ClinicalView {
  return {
    work: {
      people: null,
      callerChanged: false,
      informant: null,
      minority: { standing: 'not-known', years: null, says: null, source: null },
      interpreter: null,
      notes: [],
      plans: [],
      given: [],
      suggestions: EMPTY_PLAN,
      spoken: [],
      sheet: null,
      means: [],
      strengths: [],
      ...more,
    },
    screen: { inForce: null, screens: [] },
    atTheEnd: { open: [], risk: null, plan: false },
  };
}
