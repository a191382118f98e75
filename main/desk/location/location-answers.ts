import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { findCall } from '#db/board/calls-projection.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import type { CallerLocations, LocationLine } from '#shared/board/location-lines.ts';
import { refuse } from '#shared/lib/refusal.ts';
import { metersBetween, type Fix } from '#shared/location/fix.ts';
import { middleOf } from '#shared/location/location-shape.ts';
import { takeLocation } from '#shared/location/take-location.ts';

/** Where a caller was said to be, and taking one of it as the place. */
export function locationAnswers(
  core: DeskCore,
): Answers<'call.locations' | 'incident.take-location'> {
  return {
    'call.locations': (of) => {
      const callId = 'callId' in of ? of.callId : findIncident(core.db, of.incidentId)?.callId;
      const call = callId === undefined ? null : findCall(core.db, callId);
      return locationsOf(core, call?.fixes ?? []);
    },

    'incident.take-location': onIncident(core, (incident, { index, at, otherArea }, context) => {
      const fix = findCall(core.db, incident.callId)?.fixes[index];
      if (fix?.at !== at)
        return refuse(
          'moved-on',
          'Another location has come meanwhile. Nothing was changed. Look at the list again.',
        );
      const { policy } = context;
      const middle = middleOf(fix.shape);
      const found = middle === null ? null : core.atlas.areaAt(middle, policy);
      const named = fix.civic === null ? null : core.places.areaOf(fix.civic, policy);
      return takeLocation(incident, fix, { found, named, otherArea }, context);
    }),
  };
}

function locationsOf(core: DeskCore, fixes: readonly Fix[]): CallerLocations {
  const { policy } = core.requirePolicy();
  const lines = fixes.map((fix, index): LocationLine => {
    const before = fixes[index - 1];
    return {
      fix,
      index,
      areas: core.atlas.touched(fix.shape, policy),
      metersFromBefore: before === undefined ? null : metersBetween(before, fix),
    };
  });
  return { lines: lines.toReversed() };
}
