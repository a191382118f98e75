import { playStaffing } from './play-staffing.ts';
import type { StaffingAsked } from './staffing-run.ts';

addEventListener('message', ({ data }: MessageEvent<StaffingAsked>) => {
  for (const said of playStaffing(data, () => performance.now())) postMessage(said);
});
