import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import { OWN_TIMES_NEEDED } from '#shared/outcomes/staffing/demand.ts';
import { TextField } from '../parts/field.tsx';
import { HoursLines } from '../parts/hours-lines.tsx';
import { hoursText } from '../parts/service-hours.ts';
import { written } from './shares.ts';
import {
  hasOwnTimes,
  MOST_UNITS,
  ownTimes,
  readMinutes,
  readPatience,
  readUnits,
} from './staffing-draft.ts';
import type { Playing } from './use-staffing.ts';

/** The plan: how many units of each team, when they are on, and how long a call waits. */
export function StaffingForm({
  basis,
  playing: { draft, change },
}: {
  readonly basis: StaffingBasis;
  readonly playing: Playing;
}) {
  const own = ownTimes(basis).length;
  return (
    <>
      {draft.teams.map((team, place) => {
        const before = basis.teams[place];
        const put = (part: Partial<typeof team>) =>
          change({
            teams: draft.teams.map((each) => (each.id === team.id ? { ...each, ...part } : each)),
          });
        return (
          <fieldset key={team.id} className="staffing-team">
            <legend>{team.label}</legend>
            <p className="staffing-today">
              Today {before?.units ?? 0} {before?.units === 1 ? 'unit' : 'units'},{' '}
              {hoursText(before?.hours ?? [])}
              {team.areas !== null && `, in ${team.areas.length} areas`}
            </p>
            <TextField
              label="Units"
              inputMode="numeric"
              value={team.units}
              error={
                readUnits(team.units) === null ? `A whole number from 0 to ${MOST_UNITS}.` : null
              }
              onText={(units) => put({ units })}
            />
            <details>
              <summary>Hours: {hoursText(team.hours)}</summary>
              <HoursLines hours={team.hours} onHours={(hours) => put({ hours })} />
            </details>
          </fieldset>
        );
      })}
      {draft.teams.length === 0 && (
        <p className="staffing-means">
          The policy in force has no team of an alternative response.
        </p>
      )}
      <TextField
        label="Minutes a call waits before it goes to police or EMS"
        inputMode="numeric"
        value={draft.patience}
        error={readPatience(draft.patience) === null ? 'A whole number from 1 to 240.' : null}
        onText={(patience) => change({ patience })}
      />
      {hasOwnTimes(basis) ? (
        <p className="staffing-means">
          How long a call takes a unit is the center’s own: {written(own)} times, from being sent
          until clear.
        </p>
      ) : (
        <TextField
          label="Minutes a call takes a unit"
          hint={`Assumed: the record has ${own} of the ${OWN_TIMES_NEEDED} times it needs. 15 minutes on the way and 50 there (Portland); verify locally.`}
          inputMode="numeric"
          value={draft.busy}
          error={readMinutes(draft.busy) === null ? 'A whole number from 1 to 720.' : null}
          onText={(busy) => change({ busy })}
        />
      )}
    </>
  );
}
