import type { ClinicalWork } from './clinical-work.ts';
import type { ScreenDesk } from './screen-lines.ts';
import type { AtTheEnd } from '../phone/ending.ts';

/**
 * What only clinicians may see of the incident in focus. Null for every other role: it is left out in main
 * and never reaches their window (invariant 12).
 */
export interface ClinicalView {
  /** What they have written about the person. */
  readonly work: ClinicalWork;
  /** The suicide screens that were asked, and the one under way. */
  readonly screen: ScreenDesk;
  /** What the end of the conversation is measured against now. */
  readonly atTheEnd: Pick<AtTheEnd, 'open' | 'risk' | 'plan'>;
}
