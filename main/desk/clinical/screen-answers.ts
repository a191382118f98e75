import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Answers } from '../answer.ts';
import type { Session } from '../desk.ts';
import { onIncident } from '../on-incident.ts';
import { wordsFor } from '../partition/words-for.ts';
import { branchingFor } from './screen-view.ts';
import { keptInstruments } from '#db/board/screeners-projection.ts';
import { findScreen, screensOfIncident } from '#db/board/screens-projection.ts';
import type { IncidentId, ScreenId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { answerScreen, beginScreen, finishScreen } from '#shared/screen/decide-screen.ts';
import { readScreen, type Screen } from '#shared/screen/screen-events.ts';

type ScreenTopic = 'screen.begin' | 'screen.answer' | 'screen.finish';

/** The suicide screen as the clinician asks it. */
export function screenAnswers(core: DeskCore): Answers<ScreenTopic> {
  return {
    'screen.begin': onIncident(core, (incident, _input, context) => {
      const instrument = keptInstruments(core.db).inForce?.hash ?? null;
      const screenId = core.options.newId() as ScreenId;
      const before = screensOfIncident(core.db, incident.incidentId);
      return beginScreen(incident, before, { screenId, instrument }, context);
    }),

    'screen.answer': (input, session) => {
      const { role, answer, informant } = input;
      const give = onIncident<typeof input>(core, (incident, _input, context) => {
        const screen = screenOn(core, session, input);
        if (isRefusal(screen)) return screen;
        const given = { role, answer, informant };
        return answerScreen(incident, screen, given, branchingFor(core.db, screen), context);
      });
      return give(input, session);
    },

    'screen.finish': (input, session) => {
      const finish = onIncident<typeof input>(core, (incident, _input, context) => {
        const screen = screenOn(core, session, input);
        if (isRefusal(screen)) return screen;
        return finishScreen(incident, screen, branchingFor(core.db, screen), context);
      });
      return finish(input, session);
    },
  };
}

/** The screen with its answers: whoever goes on with it has to know what was said. */
function screenOn(
  core: DeskCore,
  session: Session,
  { incidentId, screenId }: { readonly incidentId: IncidentId; readonly screenId: ScreenId },
): Screen | Refusal {
  const kept = findScreen(core.db, screenId);
  if (kept === null || kept.incidentId !== incidentId)
    return refuse('no-screen', 'This incident has no such screen. Nothing was recorded.');
  return readScreen(kept, wordsFor(core.db, [operatorOf(session).role]));
}
