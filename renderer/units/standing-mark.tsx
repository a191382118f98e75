import type { UnitStatus } from '#shared/unit/unit-status.ts';
import type { Standing } from './unit-groups.ts';

/** One outline per status, so that a board read in grey or in print says the same. */
const OUTLINES: Readonly<Record<UnitStatus, string>> = {
  'off-duty': 'M2 7h12v2H2Z',
  available: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z',
  assigned: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Zm0 2v8a4 4 0 1 1 0-8Z',
  'en-route': 'M3 2l11 6-11 6Z',
  staged: 'M3 2h4v12H3Zm6 0h4v12H9Z',
  'on-scene': 'M2.5 2.5h11v11h-11Z',
  'with-patient': 'M6 2h4v4h4v4h-4v4H6v-4H2V6h4Z',
  transporting: 'M1 2l7 5V2l7 6-7 6V9l-7 5Z',
  'at-destination': 'M3 1h2v1h9l-3 4 3 4H5v5H3Z',
  clearing: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Zm0 2.4a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2Z',
  'out-of-service':
    'M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4Z',
};

/** Free in principle, but something stands against it: a struck-through ring. */
const SHORT =
  'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Zm0 2a5 5 0 0 1 3 1L4 11a5 5 0 0 1 4-8Zm0 10a5 5 0 0 1-3-1l7-7a5 5 0 0 1-4 8Z';

export function outlineOf(status: UnitStatus, standing: Standing): string {
  return standing === 'short' ? SHORT : OUTLINES[status];
}

export function StandingMark({
  status,
  standing,
}: {
  readonly status: UnitStatus;
  readonly standing: Standing;
}) {
  return (
    <svg className="standing" data-standing={standing} viewBox="0 0 16 16" aria-hidden="true">
      <path fillRule="evenodd" d={outlineOf(status, standing)} />
    </svg>
  );
}
