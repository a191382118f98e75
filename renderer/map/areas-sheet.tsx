import type { KeptAreaMaps } from '#shared/place/area-examination.ts';
import { useBoard } from '../desk/board-store.ts';
import { say } from '../desk/desk-store.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Approval } from '../sheets/approval.tsx';
import { useKept } from '../sheets/use-kept.ts';
import { WithReason } from '../sheets/with-reason.tsx';
import { AreaImport } from './area-import.tsx';

/** The maps of the areas: which counts, which waits for a second person, and a new one from a file. */
export function AreasSheet() {
  const areaMap = useBoard((board) => board.areaMap);
  const { kept, refused, reload } = useKept('areas.kept', areaMap);
  return (
    <Sheet wide title="Areas" subtitle="The map of the center’s areas">
      {refused !== null && <p role="alert">{refused}</p>}
      {kept !== null && (
        <div className="areas-sheet">
          <InForce kept={kept} onDone={reload} />
          {kept.waiting === null ? (
            <AreaImport onProposed={reload} />
          ) : (
            <Waiting key={kept.waiting.hash} waiting={kept.waiting} onDone={reload} />
          )}
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
  readonly kept: KeptAreaMaps;
  readonly onDone: () => void;
}) {
  if (inForce === null)
    return <p className="field-hint">No map is in force. Areas are chosen by hand.</p>;
  const { hash, source, shapes, matched, proposedByName, approvedByName, adoptedAt } = inForce;
  const back = stepBack?.to ?? null;
  return (
    <section aria-labelledby="areas-in-force">
      <h3 id="areas-in-force">In force</h3>
      <p>
        <b dir="auto">{source}</b>: {matched} areas of the policy, {shapes} shapes in all. From{' '}
        {proposedByName}
        {approvedByName === null ? '' : `, approved by ${approvedByName}`}, {when(adoptedAt)}.
      </p>
      {stepBack !== null && (
        <WithReason
          topic="areas.withdraw"
          hash={hash}
          label={back === null ? 'Take this map away' : `Step back to “${back}”`}
          onDone={() =>
            settled(
              back === null ? 'No map is in force now.' : `“${back}” is in force again.`,
              onDone,
            )
          }
        />
      )}
    </section>
  );
}

function Waiting({
  waiting,
  onDone,
}: {
  readonly waiting: NonNullable<KeptAreaMaps['waiting']>;
  readonly onDone: () => void;
}) {
  const { hash, source, shapes, matched, note, proposedBy, proposedByName, proposedAt } = waiting;
  return (
    <section aria-labelledby="areas-waiting">
      <h3 id="areas-waiting">Waits for a second person</h3>
      <p>
        <b dir="auto">{source}</b>: {matched} areas of the policy, {shapes} shapes in all. Imported
        by {proposedByName}, {when(proposedAt)}.
      </p>
      {note !== '' && <p dir="auto">“{note}”</p>}
      <Approval
        of="areas"
        hash={hash}
        proposedBy={proposedBy}
        legend="You imported it, so somebody else approves it: at their console, or here."
        does="Approve this map"
        onApproved={() => settled(`The map of “${source}” is in force.`, onDone)}
        onDeclined={() => settled(`The map of “${source}” does not come into force.`, onDone)}
      />
    </section>
  );
}

function settled(text: string, onDone: () => void): void {
  say({ tone: 'done', text, cause: null });
  onDone();
}
