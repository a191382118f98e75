import type { BreakEven } from '#shared/outcomes/break-even.ts';
import { placeOn, type Axis } from './axis.ts';
import { dollars } from './dollars.ts';
import { written } from './shares.ts';

/** From how many contacts a month on the program pays, and where it stands now. */
export function BreakEvenLine({ even }: { readonly even: BreakEven }) {
  const { fixedPerMonth, avoidedPerContact, marginalPerContact, contactsPerMonth, needed } = even;
  const now = Math.round(contactsPerMonth);
  const from = needed === null ? null : Math.ceil(needed);
  return (
    <div className="break-even">
      <h4>Breaking even</h4>
      <p>
        {from === null ? (
          <>
            <b>Never</b>: a contact avoids {dollars(avoidedPerContact)} and costs{' '}
            {dollars(marginalPerContact)} beside what is paid anyway.
          </>
        ) : (
          <>
            From <b>{written(from)} contacts a month</b> on; now there are {written(now)}.{' '}
            {dollars(fixedPerMonth)} a month is paid anyway, and each contact leaves{' '}
            {dollars(avoidedPerContact - marginalPerContact)}.
          </>
        )}
      </p>
      {needed !== null && <Scale now={contactsPerMonth} needed={needed} />}
    </div>
  );
}

function Scale({ now, needed }: { readonly now: number; readonly needed: number }) {
  const axis: Axis = { from: 0, to: 1.15 * Math.max(now, needed) };
  const x = `${placeOn(axis, needed)}%`;
  return (
    <svg className="break-even-scale" aria-hidden="true" focusable="false">
      <rect className="break-even-ground" x="0" width="100%" y="30%" height="40%" />
      <rect
        className="break-even-now"
        data-pays={now >= needed}
        x="0"
        width={`${placeOn(axis, now)}%`}
        y="30%"
        height="40%"
      />
      <line className="break-even-needed" x1={x} x2={x} y1="0" y2="100%" />
    </svg>
  );
}
