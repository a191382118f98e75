import { sayReason, type UnitReason } from '#shared/unit/unit-reasons.ts';
import { useTime } from '../desk/clock.ts';
import '../style/unit-reasons.css';

/** A shape before the words of what is not so, so that the eye finds it without a color. */
const SIGNS: Readonly<Partial<Record<UnitReason['weight'], string>>> = {
  bars: '✕',
  'asks-reason': '◆',
  misses: '▽',
  'speaks-for': '✓',
};

/** Why a unit goes, or what stands against it: the heaviest reason strong, the others behind it. */
export function UnitReasons({
  reasons,
  most = reasons.length,
}: {
  readonly reasons: readonly UnitReason[];
  readonly most?: number;
}) {
  return (
    <span className="unit-reasons">
      {reasons.slice(0, most).map((reason) => (
        <Reason key={`${reason.kind} ${reason.text}`} reason={reason} />
      ))}
    </span>
  );
}

function Reason({ reason }: { readonly reason: UnitReason }) {
  const text = useTime((now) => sayReason(reason, now));
  const sign = SIGNS[reason.weight];
  return (
    <span className="unit-reason" data-weight={reason.weight}>
      {sign !== undefined && <span aria-hidden="true">{sign} </span>}
      {text}
      <span className="spoken">. </span>
    </span>
  );
}
