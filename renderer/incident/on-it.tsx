import type { OnIt } from '#shared/board/incident-view.ts';
import { memo } from 'react';
import { useTime } from '../desk/clock.ts';
import { roughSpan } from '../parts/age.ts';

/** Who else is there or on the way, in one line each: “P14 en route 3 min, armed”. */
export const OnItLine = memo(function OnItLine({ onIt }: { readonly onIt: readonly OnIt[] }) {
  if (onIt.length === 0) return null;
  return (
    <ul className="on-it" aria-label="Already on it">
      {onIt.map((each) => (
        <li key={`${each.who} ${each.does}`}>
          <Somebody on={each} />
        </li>
      ))}
    </ul>
  );
});

export function Somebody({ on: { who, does, since, arms } }: { readonly on: OnIt }) {
  const began = Date.parse(since);
  const span = useTime((now) => roughSpan(now - began));
  return (
    <>
      <strong dir="auto">{who}</strong> {does} {span}
      {arms !== null && `, ${arms}`}
    </>
  );
}
