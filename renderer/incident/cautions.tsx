import type { CautionLine } from '#shared/board/caution-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useState } from 'react';
import { tell } from '../desk/ask.ts';
import { clearNotice } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { CautionRow } from './caution-row.tsx';
import { unreadCautions } from './unread-cautions.ts';
import '../style/cautions.css';

/** Says that exactly these were read. What comes later asks again. */
export function acknowledgeAll(view: Pick<IncidentView, 'incidentId' | 'cautions'>): void | false {
  const cautionIds = unreadCautions(view).map(({ cautionId }) => cautionId);
  if (cautionIds.length === 0) return false;
  void tell('caution.acknowledge', { incidentId: view.incidentId, cautionIds }).then((done) => {
    // What sent the person here is answered now.
    if (done !== null) clearNotice();
  });
}

/** What a team has to hear before it goes, above everything about the decision. Expired ones are folded. */
export function Cautions({ view }: { readonly view: IncidentView }) {
  useActions({ 'caution.acknowledge': () => acknowledgeAll(view) });
  const current = view.cautions.filter(({ expired }) => !expired);
  const expired = view.cautions.filter((caution) => caution.expired);
  const unread = unreadCautions(view).length;
  return (
    <>
      {current.length > 0 && (
        <section className="cautions" aria-label="Cautions" data-unread={unread > 0}>
          <p role={unread > 0 ? 'alert' : 'status'}>
            <strong>{headline(current.length, unread)}</strong>
          </p>
          <ul>
            {current.map((caution) => (
              <CautionRow key={caution.cautionId} caution={caution}>
                <Acknowledged by={caution.acknowledged} />
              </CautionRow>
            ))}
          </ul>
          {unread > 0 && (
            <Button keys="Shift+A" onClick={() => acknowledgeAll(view)}>
              Acknowledge
            </Button>
          )}
          <NoticeBeside causes={['caution.acknowledge']} />
        </section>
      )}
      {expired.length > 0 && <Expired cautions={expired} />}
    </>
  );
}

function headline(current: number, unread: number): string {
  if (unread === 0) return '✓ Acknowledged: goes to the team';
  const what = current === 1 ? 'Caution' : `${current} cautions`;
  return `⚠ ${what}: acknowledge before a unit is sent`;
}

function Acknowledged({ by }: { readonly by: CautionLine['acknowledged'] }) {
  if (by === null) return null;
  return (
    <p className="caution-from">
      ✓ Acknowledged at {wallTime(by.at)} by <span dir="auto">{by.by}</span>
    </p>
  );
}

function Expired({ cautions }: { readonly cautions: readonly CautionLine[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="cautions-expired" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Expired cautions, not counted: {cautions.length}</summary>
      {open && (
        <ul>
          {cautions.map((caution) => (
            <CautionRow key={caution.cautionId} caution={caution} />
          ))}
        </ul>
      )}
    </details>
  );
}
