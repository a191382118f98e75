import type { GoToFigures } from '#shared/outcomes/go-to.ts';
import type { Axis } from './axis.ts';
import { intervalOf, percent, ShareFigure } from './figure.tsx';
import { written } from './shares.ts';
import { AxisWords, SpanPicture } from './span-picture.tsx';

const AXIS: Axis = { from: 0, to: 1 };
const WORDS = [0, 0.5, 1].map((at) => ({ at, text: `${100 * at} %` }));

/** Where people who are followed go in a crisis: elsewhere than to 911, month by month. */
export function InsteadOf911({ goTo }: { readonly goTo: GoToFigures }) {
  const { enrolled, substitution, months, ofUnknown, planUsed, planNotKnown, planGiven } = goTo;
  return (
    <>
      <p className="linkage-warning">
        <strong>Less 911 may be avoidance.</strong> Somebody who stays away from every door is in no
        number here. Read it beside the linkages above and the follow-ups that reached nobody.
      </p>
      <div className="figure-row">
        <ShareFigure
          label="Elsewhere than to 911"
          share={substitution}
          what="crisis contacts"
          means={`Of ${written(enrolled)} people who are followed and known, after the call at which that began.`}
        />
        <ShareFigure
          label="Plan for next time: on record"
          share={planGiven}
          what="people who are followed"
        />
        <ShareFigure
          label="Plan for next time: used"
          share={planUsed}
          what="times elsewhere"
          notKnown={planNotKnown}
        />
      </div>
      {months.length === 0 ? (
        <p className="linkage-aside">
          Nothing is known of where they went. Ask at a follow-up: <kbd>g</kbd> <kbd>f</kbd>, then{' '}
          <kbd>i</kbd> records that they went elsewhere.
        </p>
      ) : (
        <table className="outcome-table">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Elsewhere</th>
              <th scope="col">To 911</th>
              <th scope="col">Share elsewhere</th>
              <th scope="col" className="span-cell">
                <span className="spoken">As a picture</span>
                <AxisWords axis={AXIS} words={WORDS} />
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, community, emergency, share }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td className="number">{written(community)}</td>
                <td className="number">{written(emergency)}</td>
                <td className="number">
                  <b>{percent(share.value)}</b> ({intervalOf(share)})
                </td>
                <td className="span-cell">
                  <SpanPicture
                    axis={AXIS}
                    dots={[{ at: share.value ?? 0, kind: 'value' }]}
                    low={share.low}
                    high={share.high}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="linkage-aside">
        Elsewhere are calls that came by 988, 311 or 211, a partner’s line or walking in, and what
        was said at follow-ups. The interval takes every contact by itself; people who have many
        make it too narrow.
        {ofUnknown > 0 && (
          <>
            {' '}
            <b>{written(ofUnknown)}</b> more {ofUnknown === 1 ? 'time' : 'times'} somebody went
            elsewhere of whom nobody has confirmed who it is: in no number.
          </>
        )}
      </p>
    </>
  );
}
