import { useEffect, useState, type FormEvent } from 'react';
import type { DisclosureLine, DisclosureReview } from '#shared/board/sharing-view.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { useTyped } from '../desk/use-typed.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { saveAccounting } from './save-accounting.ts';
import './sharing.css';

const LINES = 200;

/** Emergency disclosures: those nobody has looked at first. Whom, when, why and what kind; no words of it. */
export function ReviewSheet() {
  const [review, setReview] = useState<DisclosureReview | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('disclosure.to-review', { lines: LINES }).then((reply) => {
      if (gone) return;
      if (reply.ok) setReview(reply.value);
      else setRefusal({ refused: reply.refused, because: reply.because });
    });
    return () => {
      gone = true;
    };
  }, [count]);
  const lookAgain = () => setCount((before) => before + 1);
  const subtitle =
    review === null ? undefined : `${review.waiting} to review, of ${review.lines.length}`;
  return (
    <Sheet title="Emergency disclosures" subtitle={subtitle} wide>
      <Refused refusal={refusal} />
      {review?.lines.length === 0 && (
        <p className="teach">
          Whenever a clinician discloses something in an emergency without consent, it stands here
          until a supervisor has said what they found.
        </p>
      )}
      <ul className="reviews">
        {review?.lines.map((line) => (
          <Reviewed key={line.disclosureId} line={line} onReviewed={lookAgain} />
        ))}
      </ul>
    </Sheet>
  );
}

function Reviewed({
  line,
  onReviewed,
}: {
  readonly line: DisclosureLine;
  readonly onReviewed: () => void;
}) {
  const { disclosureId, incidentId, number, reviewed } = line;
  const form = { subject: `disclosure/${disclosureId}`, form: 'review' };
  const [words, setWords] = useTyped(form, 'words', '');
  const review = useCommand('disclosure.review', form);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await review.give({ disclosureId, words })) !== null) onReviewed();
  }

  return (
    <li data-overdue={line.overdue}>
      <h3>
        Incident {number}: {RECIPIENT_LABELS[line.recipient]}
        {line.to !== '' && (
          <>
            , <bdi>{line.to}</bdi>
          </>
        )}
        {line.overdue && <span className="review-overdue"> ▲ overdue</span>}
      </h3>
      <p>
        {wallDateTime(line.at, deskNow())} by <bdi>{line.byName}</bdi>. Why: {line.emergency}
      </p>
      <p className="sharing-hint">
        What kind: {line.nature.join(', ')}. By {line.basis.join('; ')}.
      </p>
      {reviewed === null ? (
        <form onSubmit={submit}>
          <TextField
            label={`What you found about incident ${number}`}
            value={words}
            onText={setWords}
            maxLength={300}
          />
          <Refused refusal={review.refusal} />
          <div className="button-row">
            <Button type="submit" tone="primary" keys="Enter" aria-disabled={review.busy}>
              Reviewed
            </Button>
            <Button tone="quiet" onClick={() => void saveAccounting(incidentId)}>
              Accounting of incident {number} (CSV)
            </Button>
          </div>
        </form>
      ) : (
        <p>
          Reviewed {wallDateTime(reviewed.at, deskNow())} by <bdi>{reviewed.byName}</bdi>:{' '}
          {reviewed.words}
        </p>
      )}
    </li>
  );
}
