import type { Room } from './room.ts';
import { truthOf } from './scenario.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { PLAIN_BRANCHING, SCREEN_ROLES, standingOf } from '#shared/screen/screen-question.ts';

/**
 * Imani asks the whole screen of a caller who speaks for themselves and has no such thoughts. Whoever has
 * them is left to the trainee: a screen that raises the level is theirs to meet.
 */
export function screenCaller(room: Room, { incidentId, clinical }: IncidentView): void {
  const scenario = room.scenarioOf(incidentId);
  const calm = ['thoughts', 'suicide-high'].every((fact) => truthOf(scenario, fact) === 'no');
  if (!calm || scenario.hearsay === true || clinical?.screen.screens.length !== 0) return;
  room.ask(room.imani, 'screen.begin', { incidentId });
  const screen = () => room.view(room.imani, incidentId)?.clinical?.screen.screens.at(-1);
  const screenId = screen()?.screenId;
  if (screenId === undefined) return;
  for (const role of SCREEN_ROLES)
    if (standingOf(role, screen()?.answers ?? {}, PLAIN_BRANCHING) === 'ask')
      room.ask(room.imani, 'screen.answer', {
        incidentId,
        screenId,
        role,
        answer: 'no',
        informant: 'person',
      });
  room.ask(room.imani, 'screen.finish', { incidentId, screenId });
}
