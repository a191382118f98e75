import type { DeskAtWork } from './desk-at-work.ts';
import { pastCallNumbered } from './past-call-numbered.ts';
import type { PastCourse } from '#shared/call/past-call.ts';
import type { FunnelStep } from '#shared/outcomes/counted-call.ts';
import { FUNNEL } from '#shared/outcomes/counted-call.ts';

/** A call of before, as its export tells it. */
export interface Told extends PastCourse {
  readonly receivedLocal: string;
  readonly callType?: string;
}

/** Puts calls into the record as an import does, numbered from `first`. */
export function imported(atWork: DeskAtWork, calls: readonly Told[], first = 1): void {
  atWork.desk.record(
    calls.map(({ receivedLocal, callType = 'MHDIST', ...course }, at) => ({
      type: 'past-call.imported',
      pastCall: {
        ...pastCallNumbered(0, callType),
        key: `told/${first + at}`,
        recordNumber: `T-${first + at}`,
        rowHash: `told ${first + at}`,
        receivedLocal,
        course,
      },
    })),
    atWork.idOf('Ada'),
  );
}

/** Every step up to this one was taken, and none after it. */
export function upTo(last: FunnelStep): Partial<Record<FunnelStep, boolean>> {
  const end = FUNNEL.indexOf(last);
  return Object.fromEntries(FUNNEL.map((step, at) => [step, at <= end]));
}
