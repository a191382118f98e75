import type { Rotation } from './rotation.ts';
import { USUAL_ROTATION } from './rotation.ts';
import { USUAL_SCHEDULE, type CopySchedule } from './schedule.ts';

/** A folder copies go to: a second disk, a share, or in need a folder beside. */
export interface CopyTarget {
  readonly targetId: string;
  readonly folder: string;
  readonly on: boolean;
}

export interface CopiesSetting {
  readonly targets: readonly CopyTarget[];
  readonly schedule: CopySchedule;
  readonly rotation: Rotation;
}

export const USUAL_COPIES: CopiesSetting = {
  targets: [],
  schedule: USUAL_SCHEDULE,
  rotation: USUAL_ROTATION,
};

/** Further ones would each cost a reading of the whole store. */
export const MOST_TARGETS = 4;
