import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import { answeredWithin, phoneHours, PHONE_TARGET } from '#shared/outcomes/staffing/phone-hours.ts';
import { OWN_TIMES_NEEDED } from '#shared/outcomes/staffing/demand.ts';
import { TextField } from '../parts/field.tsx';
import { HoursLines } from '../parts/hours-lines.tsx';
import { hoursText } from '../parts/service-hours.ts';
import { percent } from './figure.tsx';
import { written } from './shares.ts';
import { MOST_UNITS, readMinutes, readUnits } from './staffing-draft.ts';
import type { Playing } from './use-staffing.ts';
import { WeekPicture } from './week-picture.tsx';

/** The phone desk by Erlang C: worked out at once, hour by hour of the week. */
export function StaffingPhone({
  basis: { phone },
  playing: { draft, change },
  weeks,
}: {
  readonly basis: StaffingBasis;
  readonly playing: Playing;
  readonly weeks: number;
}) {
  const units = readUnits(draft.clinicians);
  const minutes = readMinutes(draft.handle);
  const handleSeconds = phone.handleSeconds ?? (minutes === null ? null : 60 * minutes);
  const calls = phone.calls.reduce((sum, each) => sum + each, 0);
  return (
    <section className="staffing-phone" aria-labelledby="staffing-phone-title">
      <h3 id="staffing-phone-title">What if more clinicians answered the phone?</h3>
      {calls === 0 ? (
        <p className="staffing-means">
          No call of these weeks was recommended for a clinician by phone.
        </p>
      ) : (
        <div className="staffing-columns">
          <div className="staffing-team">
            <TextField
              label="Clinicians at the phone"
              inputMode="numeric"
              value={draft.clinicians}
              error={units === null ? `A whole number from 0 to ${MOST_UNITS}.` : null}
              onText={(clinicians) => change({ clinicians })}
            />
            <details>
              <summary>Hours: {hoursText(draft.clinicianHours)}</summary>
              <HoursLines
                hours={draft.clinicianHours}
                onHours={(clinicianHours) => change({ clinicianHours })}
              />
            </details>
            {phone.handleSeconds === null ? (
              <TextField
                label="Minutes a clinician has a call"
                hint={`Assumed: ${phone.known} of the ${OWN_TIMES_NEEDED} times it needs are known. 15 to 25 minutes are usual; verify locally.`}
                inputMode="numeric"
                value={draft.handle}
                error={minutes === null ? 'A whole number from 1 to 720.' : null}
                onText={(handle) => change({ handle })}
              />
            ) : (
              <p className="staffing-means">
                A clinician has a call for {Math.round(phone.handleSeconds / 60)} minutes on
                average: the center’s own, of {written(phone.known)} calls.
              </p>
            )}
          </div>
          {units !== null && handleSeconds !== null && (
            <PhoneWeek
              calls={phone.calls}
              weeks={weeks}
              handleSeconds={handleSeconds}
              units={units}
              hours={draft.clinicianHours}
            />
          )}
        </div>
      )}
    </section>
  );
}

function PhoneWeek({
  calls,
  weeks,
  handleSeconds,
  units,
  hours,
}: {
  readonly calls: readonly number[];
  readonly weeks: number;
  readonly handleSeconds: number;
  readonly units: number;
  readonly hours: Playing['draft']['clinicianHours'];
}) {
  const desk = { id: 'phone', label: 'Phone desk', units, hours, areas: null };
  const week = phoneHours(calls, weeks, handleSeconds, [desk]);
  const short = week.filter(({ clinicians, needed }) => needed > clinicians).length;
  const most = Math.max(...week.map(({ needed }) => needed));
  const { withinSeconds, share } = PHONE_TARGET;
  return (
    <div className="staffing-came">
      <p className="staffing-says">
        <strong>{percent(answeredWithin(week))}</strong> of the callers would have a clinician
        within {withinSeconds} seconds. For {percent(share)} in every hour, {short} of 168 hours are
        short; the busiest needs {most}.
      </p>
      <WeekPicture
        week={Array.from({ length: 7 }, (_, day) =>
          week.slice(24 * day, 24 * day + 24).map(({ clinicians, needed }) => {
            return { whole: needed, part: Math.max(0, needed - clinicians) };
          }),
        )}
        label="Clinicians short"
        part="clinicians short"
        signs={`A number is how many clinicians more it takes for ${percent(share)} within ${withinSeconds} seconds, a dot that those on duty are enough, nothing that nobody called.`}
      />
      <p className="staffing-means">
        By Erlang C, each hour for itself. Nobody hangs up in this model, so it tells longer waits
        than there are.
      </p>
    </div>
  );
}
