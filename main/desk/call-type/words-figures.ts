import { incidentStates } from '#db/board/incidents-projection.ts';
import type { Database } from '#db/open-database.ts';
import { mentionsIn, saidIn } from '#shared/call-type/narrative-nexus.ts';
import { nexusByType } from '#shared/call-type/type-nexus.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Of the incidents of this desk: what their code said, what their words said, and what asking found. */
export interface WordsFigures {
  readonly incidents: number;
  /** Typed as behavioral. */
  readonly typed: number;
  /** A word of the list was said, and not said not to be so. */
  readonly said: number;
  readonly saidAndNotTyped: number;
  /** Somebody answered that it is behavioral, about a substance, an overdose or suicide. */
  readonly found: number;
  readonly foundAndNotTyped: number;
  /** Found, neither typed nor said. */
  readonly missed: number;
}

export function wordsFigures(db: Database, policy: Policy): WordsFigures {
  const types = nexusByType(policy);
  const about = policy.facts
    .filter(({ id, topic }) => topic === 'suicide' || ABOUT.includes(id))
    .map(({ id }) => id);
  const figures = {
    incidents: 0,
    typed: 0,
    said: 0,
    saidAndNotTyped: 0,
    found: 0,
    foundAndNotTyped: 0,
    missed: 0,
  };
  for (const incident of incidentStates(db)) {
    const typed = types.get(incident.callType ?? '') === 'behavioral';
    const said = isSaid(incident);
    const found = about.some((fact) => {
      const answer = incident.facts[fact]?.current;
      return answer?.answer === 'yes' && answer.informant !== 'record';
    });
    figures.incidents += 1;
    figures.typed += Number(typed);
    figures.said += Number(said);
    figures.saidAndNotTyped += Number(said && !typed);
    figures.found += Number(found);
    figures.foundAndNotTyped += Number(found && !typed);
    figures.missed += Number(found && !typed && !said);
  }
  return figures;
}

const ABOUT: readonly string[] = ['behavioral', 'substance', 'overdose'];

/** Also what a person set aside later: it was said. */
function isSaid({ words, narrative }: Incident): boolean {
  return [...saidIn(mentionsIn(words)), ...narrative.noted].some(({ denied }) => !denied);
}
