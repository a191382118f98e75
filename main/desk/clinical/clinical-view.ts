import { clinicalWork, type WorkSources } from './clinical-work.ts';
import { screenDesk, type ScreenSources } from './screen-view.ts';
import type { ClinicalView } from '#shared/board/clinical-view.ts';
import { mayRead } from '#shared/partition/partition.ts';
import type { Role } from '#shared/roster/operator.ts';

/** What only clinicians see of the incident; null for everybody else, so that it never leaves main. */
export function clinicalView(
  sources: WorkSources & ScreenSources & { readonly role: Role },
): ClinicalView | null {
  if (!mayRead(sources.role, 'clinical')) return null;
  return { work: clinicalWork(sources), screen: screenDesk(sources) };
}
