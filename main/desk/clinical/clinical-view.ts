import { atTheEnd } from './at-the-end.ts';
import { clinicalWork, type WorkSources } from './clinical-work.ts';
import { screenDesk, type ScreenSources } from './screen-view.ts';
import type { ClinicalView } from '#shared/board/clinical-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { mayRead } from '#shared/partition/partition.ts';
import type { Role } from '#shared/roster/operator.ts';

/** What only clinicians see of the incident; null for everybody else, so that it never leaves main. */
export function clinicalView(
  sources: WorkSources &
    ScreenSources & { readonly role: Role; readonly incident: Pick<Incident, 'facts'> },
): ClinicalView | null {
  if (!mayRead(sources.role, 'clinical')) return null;
  const work = clinicalWork(sources);
  const { incident, screens, policy } = sources;
  return {
    work,
    screen: screenDesk(sources),
    atTheEnd: atTheEnd(incident.facts, screens, work.plans.length > 0, policy),
  };
}
