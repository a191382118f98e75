import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import { dateWords } from '../desk/center-date.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import type { OutcomeViewProps } from './outcome-views.ts';
import { written } from './shares.ts';
import { StaffingForm } from './staffing-form.tsx';
import { StaffingPhone } from './staffing-phone.tsx';
import { StaffingResult } from './staffing-result.tsx';
import { playInWorker, type PlayStaffing } from './staffing-run.ts';
import { useStaffing, useStaffingBasis } from './use-staffing.ts';
import '../style/staffing.css';

/** What other hours and other numbers of teams would have done with the center's own calls. */
export function StaffingView({
  period,
  playWith = playInWorker,
}: OutcomeViewProps & { readonly playWith?: PlayStaffing }) {
  const { basis, refused } = useStaffingBasis(period);
  return (
    <section className="staffing" aria-labelledby="staffing-title">
      <h3 id="staffing-title">What if the teams were on at other hours?</h3>
      {refused !== null && <p role="alert">{refused}</p>}
      {basis === null && refused === null && <p>Fetching the calls…</p>}
      {basis !== null && basis.weeks === null && (
        <p className="staffing-means">
          These days hold no whole week with calls, and half a week would count as a quiet one.
          Choose more days (<kbd>d</kbd>), or take over the calls of an earlier system.
        </p>
      )}
      {basis !== null && basis.weeks !== null && (
        <WhatIf
          key={`${basis.weeks.from} ${basis.weeks.to}`}
          basis={basis}
          weeks={basis.weeks}
          playWith={playWith}
        />
      )}
    </section>
  );
}

function WhatIf({
  basis,
  weeks,
  playWith,
}: {
  readonly basis: StaffingBasis;
  readonly weeks: NonNullable<StaffingBasis['weeks']>;
  readonly playWith: PlayStaffing;
}) {
  const playing = useStaffing(basis, playWith);
  const { share, played, stale, asked, play, stop } = playing;
  useActions({ 'outcomes.play': () => (asked === null ? false : play()) });
  const calls = basis.calls.at.length;
  return (
    <>
      <p className="staffing-means">
        Played with {written(calls)} {calls === 1 ? 'call' : 'calls'} a team could have gone to,
        from {weeks.count} whole {weeks.count === 1 ? 'week' : 'weeks'} ({dateWords(weeks.from)} to{' '}
        {dateWords(weeks.to)}), drawn again and again until they make a year: the hours, the rush
        and the quiet stay as they were.
        {basis.taken > 0 && (
          <>
            {' '}
            Of {written(basis.taken)} of them the record does not say whether they were eligible;
            they count because they were about mental health or substance use.
          </>
        )}
      </p>
      <div className="staffing-columns">
        <form
          aria-label="The plan to try"
          onSubmit={(event) => {
            event.preventDefault();
            play();
          }}
        >
          <StaffingForm basis={basis} playing={playing} />
          <div className="staffing-foot">
            {share === null ? (
              <Button type="submit" tone="primary" keys="y" disabled={asked === null}>
                Play a year
              </Button>
            ) : (
              <Button onClick={stop}>Stop</Button>
            )}
            <Button tone="quiet" onClick={playing.startAgain}>
              As staffed today
            </Button>
            {share !== null && (
              <label className="staffing-progress">
                Playing… {Math.floor(100 * share)} %
                <progress value={share} max={1} />
              </label>
            )}
          </div>
        </form>
        <div className="staffing-came" aria-live="polite" data-stale={stale}>
          {played === null ? (
            <p className="staffing-means">
              Change units or hours and play: both, the teams of today and your plan, meet the same
              calls.
            </p>
          ) : (
            <StaffingResult played={played} stale={stale} basis={basis} />
          )}
        </div>
      </div>
      <StaffingPhone basis={basis} playing={playing} weeks={weeks.count} />
    </>
  );
}
