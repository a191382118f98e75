import type { IncidentView } from '#shared/board/incident-view.ts';
import { CautionRow } from '../incident/caution-row.tsx';
import { acknowledgeAll } from '../incident/cautions.tsx';
import { unreadCautions } from '../incident/unread-cautions.ts';
import { Button } from '../parts/button.tsx';

/** In the sheet that sends: what goes to the team's card, and what has to be acknowledged first. */
export function TravellingCautions({ view }: { readonly view: IncidentView }) {
  const unread = unreadCautions(view);
  const read = view.cautions.filter(({ expired, acknowledged }) => !expired && acknowledged);
  if (unread.length + read.length === 0) return null;
  return (
    <section
      className="cautions"
      aria-label="Cautions for the team"
      data-unread={unread.length > 0}
    >
      {unread.length > 0 && (
        <>
          <p>
            <strong>⚠ Acknowledge first</strong>
          </p>
          <ul>
            {unread.map((caution) => (
              <CautionRow key={caution.cautionId} caution={caution} />
            ))}
          </ul>
          <Button keys="Alt+Shift+A" onClick={() => acknowledgeAll(view)}>
            Acknowledge
          </Button>
        </>
      )}
      {read.length > 0 && (
        <>
          <p>
            <strong>✓ Travels to the team’s card</strong>
          </p>
          <ul>
            {read.map((caution) => (
              <CautionRow key={caution.cautionId} caution={caution} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
