import type { KeptScreeners } from '#shared/board/screen-lines.ts';
import { deskNow } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Approval } from '../sheets/approval.tsx';
import { useKept } from '../sheets/use-kept.ts';
import { WithReason } from '../sheets/with-reason.tsx';
import { KeptPreview } from './instrument-preview.tsx';
import { ScreenerImport } from './screener-import.tsx';
import './screener-sheet.css';

/** The wording of the suicide screen: which counts, which waits, a new one from a file, and earlier ones. */
export function ScreenerSheet() {
  const { kept, refused, reload } = useKept('screener.kept');
  return (
    <Sheet wide title="Suicide screen" subtitle="The wording clinicians ask it in">
      {refused !== null && <p role="alert">{refused}</p>}
      {kept !== null && (
        <div className="screener-sheet">
          <InForce kept={kept} onDone={reload} />
          {kept.waiting === null ? (
            <ScreenerImport onProposed={reload} />
          ) : (
            <Waiting key={kept.waiting.hash} waiting={kept.waiting} onDone={reload} />
          )}
          <Earlier earlier={kept.earlier} />
        </div>
      )}
    </Sheet>
  );
}

function when(instant: string): string {
  return wallDateTime(instant, deskNow());
}

function InForce({
  kept: { inForce, stepBack },
  onDone,
}: {
  readonly kept: KeptScreeners;
  readonly onDone: () => void;
}) {
  if (inForce === null)
    return (
      <p>
        <strong>No wording is installed.</strong> Clinicians see only what each question is about,
        and are told to ask as trained.
      </p>
    );
  const { hash, title, approvedByName, proposedByName, adoptedAt } = inForce;
  const back = stepBack?.to ?? null;
  return (
    <section aria-labelledby="screener-in-force">
      <h3 id="screener-in-force">In force since {when(adoptedAt)}</h3>
      <About {...inForce} />
      <p>
        From {proposedByName}, approved by {approvedByName}.
      </p>
      <KeptPreview hash={hash} title={title} />
      {stepBack !== null && (
        <WithReason
          topic="screener.withdraw"
          hash={hash}
          label={back === null ? 'Take this wording away' : `Step back to “${back}”`}
          onDone={() =>
            settled(
              back === null ? 'No wording is installed now.' : `“${back}” is in force again.`,
              onDone,
            )
          }
        />
      )}
    </section>
  );
}

function About({
  title,
  code,
  source,
  registration,
}: {
  readonly title: string;
  readonly code: string | null;
  readonly source: string;
  readonly registration: string;
}) {
  return (
    <p>
      <b dir="auto">{title}</b>
      {code !== null && <span dir="auto"> · {code}</span>} · file <span dir="auto">{source}</span> ·
      used under: <span dir="auto">{registration}</span>
    </p>
  );
}

function Waiting({
  waiting,
  onDone,
}: {
  readonly waiting: NonNullable<KeptScreeners['waiting']>;
  readonly onDone: () => void;
}) {
  const { hash, title, proposedBy, proposedByName, proposedAt } = waiting;
  return (
    <section aria-labelledby="screener-waiting">
      <h3 id="screener-waiting">Waits for a second person</h3>
      <About {...waiting} />
      <p>
        Imported by {proposedByName}, {when(proposedAt)}.
      </p>
      <KeptPreview hash={hash} title={title} open />
      <Approval
        of="screener"
        hash={hash}
        proposedBy={proposedBy}
        legend="You imported it, so somebody else reads and approves it: at their console, or here."
        does="Approve this wording"
        onApproved={() =>
          settled(`“${title}” is in force. The next screen is asked in it.`, onDone)
        }
        onDeclined={() => settled(`“${title}” does not come into force.`, onDone)}
      />
    </section>
  );
}

function Earlier({ earlier }: Pick<KeptScreeners, 'earlier'>) {
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="screener-earlier">
      <h3 id="screener-earlier">Earlier wordings</h3>
      {earlier.map(({ hash, title, adoptedAt, endedAt, withdrawn }) => (
        <div key={`${hash} ${endedAt}`}>
          <p>
            <b dir="auto">{title}</b>, {when(adoptedAt)} to {when(endedAt)}
            {withdrawn !== null && (
              <>
                {' '}
                · taken away: <span dir="auto">{withdrawn}</span>
              </>
            )}
          </p>
          <KeptPreview hash={hash} title={title} />
        </div>
      ))}
    </section>
  );
}

function settled(text: string, onDone: () => void): void {
  say({ tone: 'done', text, cause: null });
  onDone();
}
