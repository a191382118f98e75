import type { Room } from './room.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { EMPTY_PLAN } from '#shared/plan/safety-plan.ts';

/**
 * The next thing Imani writes down beside her note, one at a time as people do: why they call, what helps, what
 * to do when it gets hard again.
 */
export function writeDown(room: Room, { incidentId, words, clinical }: IncidentView): void {
  const { imani } = room;
  if (clinical === null) return;
  const { notes, strengths, plans } = clinical.work;
  if (notes.length === 0 && words !== '')
    room.ask(imani, 'note.write', { incidentId, field: 'concern', text: words, over: null });
  else if (strengths.length === 0)
    room.ask(imani, 'strength.note', {
      incidentId,
      strength: { kind: 'helped-before', text: 'A walk around the block', source: 'person' },
    });
  else if (plans.length === 0)
    room.ask(imani, 'safety-plan.write', {
      incidentId,
      plan: {
        ...EMPTY_PLAN,
        signs: ['I lie awake and my thoughts race'],
        own: ['a walk around the block', 'the radio, low'],
        professionals: ['988, at any hour'],
      },
      over: null,
    });
}

/** What the crew should keep in mind at the door, said before somebody is asked to go there. */
export function adviseCrew(room: Room, incidentId: IncidentView['incidentId']): void {
  room.ask(room.imani, 'approach.advise', {
    incidentId,
    advice: 'Knows that somebody comes. Speak slowly and by name; one person speaks.',
    reviewed: true,
  });
}
