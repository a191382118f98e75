import type { AreaMap } from './area-map.ts';
import type { AreaMapEvent, AreaMaps } from './area-map-events.ts';
import type { OperatorId } from '../lib/brand.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** One map waits at a time, so that nobody approves one while looking at another. */
export function proposeMap(
  { waiting, inForce }: AreaMaps,
  map: AreaMap,
  hash: string,
  note: string,
): AreaMapEvent[] | Refusal {
  if (waiting !== null)
    return refuse(
      'map-waits',
      `The map of “${waiting.source}” waits for a second person. Approve or decline it first. Nothing was changed.`,
    );
  if (inForce?.hash === hash)
    return refuse('map-in-force', 'This very map is in force already. Nothing was changed.');
  if (!map.shapes.some(({ areaId }) => areaId !== null))
    return refuse(
      'no-area-matched',
      'No shape is matched with an area of the policy, so no team would serve there. Match at least one. Nothing was changed.',
    );
  return [{ type: 'areas.proposed', hash, map, note }];
}

export function approveMap(
  { waiting }: AreaMaps,
  hash: string,
  approvedBy: OperatorId,
): AreaMapEvent[] | Refusal {
  if (waiting?.hash !== hash) return notWaiting();
  if (waiting.proposedBy === approvedBy)
    return refuse(
      'author-approves',
      'Who imported a map cannot approve it: a second person has to look at it. Nothing was changed.',
    );
  return [{ type: 'areas.adopted', hash, how: 'imported', approvedBy }];
}

export function declineMap(
  { waiting }: AreaMaps,
  hash: string,
  reason: string,
): AreaMapEvent[] | Refusal {
  return waiting?.hash === hash ? [{ type: 'areas.declined', hash, reason }] : notWaiting();
}

/** One person may take the map in force away at once: a wrong border sends teams astray. */
export function withdrawMap(
  { inForce, stepBack }: AreaMaps,
  hash: string,
  reason: string,
): AreaMapEvent[] | Refusal {
  if (inForce?.hash !== hash)
    return refuse(
      'not-in-force',
      'This map is not in force any more. Look again. Nothing was changed.',
    );
  if (stepBack === null)
    return refuse(
      'one-step-only',
      'The last change of the map was a step back already. Import the map you want. Nothing was changed.',
    );
  return [{ type: 'areas.withdrawn', hash, reason }];
}

function notWaiting(): Refusal {
  return refuse(
    'no-map-waits',
    'This map does not wait for approval any more. Look again. Nothing was changed.',
  );
}
