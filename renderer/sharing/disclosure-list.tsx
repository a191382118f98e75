import type { DisclosureLine } from '#shared/board/sharing-view.ts';
import { DISCLOSURE_WAY_LABELS } from '#shared/disclosure/disclosure.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { saveAccounting } from './save-accounting.ts';

/** What went of this incident: the accounting of disclosures. */
export function DisclosureList({
  incidentId,
  disclosures,
}: {
  readonly incidentId: IncidentId;
  readonly disclosures: readonly DisclosureLine[];
}) {
  if (disclosures.length === 0) return null;
  return (
    <section className="disclosures" aria-label="What went">
      <h3>
        What went <span className="phone-list-count">{disclosures.length}</span>
      </h3>
      <ul>
        {disclosures.map((line) => (
          <li key={line.disclosureId}>
            <p>
              <strong>
                {line.emergency !== null && <span aria-hidden="true">▲ </span>}
                {RECIPIENT_LABELS[line.recipient]}
              </strong>{' '}
              {line.to !== '' && <bdi>{line.to}</bdi>} {wallTime(line.at)},{' '}
              {DISCLOSURE_WAY_LABELS[line.way]}
              {line.readBack > 0 && `, ${line.readBack} read back`}
            </p>
            <p className="sharing-hint">
              {line.nature.join(', ')}. By <bdi>{line.byName}</bdi>. {reviewWords(line)}
            </p>
          </li>
        ))}
      </ul>
      <Button tone="quiet" onClick={() => void saveAccounting(incidentId)}>
        Save the accounting (CSV)
      </Button>
    </section>
  );
}

function reviewWords({ emergency, reviewed, overdue }: DisclosureLine): string {
  if (emergency === null) return '';
  if (reviewed !== null) return 'Emergency, reviewed.';
  return overdue ? 'Emergency: its review is overdue.' : 'Emergency, to be reviewed.';
}
