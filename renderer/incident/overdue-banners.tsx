import type { IncidentView } from '#shared/board/incident-view.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { openSheet, selectUnit } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { checkInUnit } from '../safety/check-in.ts';

/** Units of the incident in focus that are too long in their status: somebody asks the crew. */
export function OverdueBanners({ overdue }: { readonly overdue: IncidentView['overdue'] }) {
  return overdue.map(({ unitId, status, since, minutes }) => (
    <div key={unitId} className="banner" data-tone="alert" role="alert">
      <p>
        <strong>
          ▲ {unitId} is {UNIT_STATUS[status].label.toLowerCase()} since {wallTime(since)}
          {minutes === null ? '' : `, more than ${minutes} min`}.
        </strong>{' '}
        Ask the crew: a new status, or heard and still at it.
      </p>
      <Button
        keys="s"
        onClick={() => {
          selectUnit(unitId);
          openSheet('status');
        }}
      >
        Status<span className="spoken"> of {unitId}</span>
      </Button>
      <Button onClick={() => checkInUnit(unitId)}>{unitId} was heard</Button>
      <NoticeBeside causes={['unit.check-in']} />
    </div>
  ));
}
