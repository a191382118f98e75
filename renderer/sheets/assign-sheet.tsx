import { useRef, useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, deskStore, say, useDesk } from '../desk/desk-store.ts';
import { useTyped, type TypedForm } from '../desk/use-typed.ts';
import { OnItLine } from '../incident/on-it.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { StandingMark } from '../units/standing-mark.tsx';
import { standingOf } from '../units/unit-groups.ts';
import { UnitReasons } from '../units/unit-reasons.tsx';
import { Keys } from '../parts/kbd.tsx';
import { BusyUnit } from './busy-unit.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { bestFirst } from './matching.ts';
import { PickList, type Pick } from './pick-list.tsx';
import { Refused } from './refused.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { TravellingCautions } from './travelling-cautions.tsx';
import { sendable, type Sendable } from './sendable.ts';

export function AssignSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? (
    <NoIncident title="Assign a unit" />
  ) : (
    <AssignTo key={view.incidentId} view={view} />
  );
}

/** Who can go, best first, each with why or why not. Enter sends the marked unit. */
function AssignTo({ view }: { readonly view: IncidentView }) {
  const { incidentId, number } = view;
  // From the board the unit selected there is meant.
  const [typed, setTyped] = useState(() => {
    const { pane, selectedUnit } = deskStore.getState();
    return pane === 'teams' ? (selectedUnit ?? '') : '';
  });
  const [tried, setTried] = useState<Sendable | null>(null);
  const units = useBoard((board) => board.units);
  const policy = useDesk((desk) => desk.policy);
  const form = { subject: `incident/${incidentId}`, form: `send ${tried?.unitId ?? ''}` };
  const assign = useCommand('incident.assign-unit', form);
  const field = useRef<HTMLInputElement>(null);
  const all = sendable(view, [...units.values()], policy);
  const found = bestFirst(
    typed,
    all.map((unit) => ({ ...unit, title: unit.unitId, also: unit.team })),
  );

  // Known beforehand for ranked units; for the others main's refusal says so.
  const saidWhy = assign.refusal?.refused === 'reason-needed';
  const wants = tried !== null && (tried.needsReason || saidWhy) ? tried : null;

  async function send(unit: Sendable, reason: string | null) {
    const unitId = unit.unitId as UnitId;
    const done = await assign.give({ incidentId, unitId, reason });
    if (done === null) return;
    say({ tone: 'done', text: `${unitId} is assigned to incident ${number}.`, cause: null });
    closeSheet();
  }

  function anotherUnit() {
    setTried(null);
    field.current?.focus();
  }

  function pick({ id }: Pick) {
    const unit = all.find((each) => each.unitId === id);
    if (unit === undefined) return;
    assign.forget();
    setTried(unit);
    if (!unit.needsReason && unit.onOther === null) void send(unit, null);
  }

  return (
    <Sheet title="Send a unit" subtitle={incidentLine(view)}>
      {view.needsDecision && (
        <p className="sheet-warning">
          No decision stands yet. Accept with <Keys keys="Enter" /> or choose otherwise with{' '}
          <Keys keys="o" /> first; police, EMS and co-response may go at once.
        </p>
      )}
      {view.wanted.length > 0 && <p>Still wanted: {view.wanted.join(', ')}.</p>}
      <OnItLine onIt={view.onIt} />
      {view.onIt.some(({ arms }) => arms === 'armed') && (
        <p className="field-hint">
          Should it wait until the scene is secure? Close with <Keys keys="Esc" />, then{' '}
          <Keys keys="Shift+H" />.
        </p>
      )}
      <TravellingCautions view={view} />
      <PickList
        ref={field}
        label="Unit"
        hint="The best one is marked. Enter sends it; type a call sign for another."
        picks={found.map((unit) => ({
          id: unit.unitId,
          title: unit.title,
          aside: unit.team,
          detail: <UnitReasons reasons={unit.reasons} />,
          section: unit.section,
          mark: markOf(unit, units.get(unit.unitId)),
        }))}
        text={typed}
        onText={setTyped}
        onPick={pick}
        onMove={() => setTried(null)}
        empty={
          all.length === 0
            ? 'No unit on the board can fill this response. Police and EMS: p.'
            : `No unit matches “${typed}”.`
        }
      />
      {tried !== null && tried.onOther !== null ? (
        <BusyUnit
          key={tried.unitId}
          view={view}
          unitId={tried.unitId}
          other={tried.onOther}
          onBack={anotherUnit}
        />
      ) : wants === null ? (
        <Refused refusal={assign.refusal} />
      ) : (
        <SendAnyway
          key={wants.unitId}
          form={form}
          unit={wants}
          refusal={assign.refusal}
          busy={assign.busy}
          onSend={(reason) => void send(wants, reason)}
          onBack={anotherUnit}
        />
      )}
    </Sheet>
  );
}

function markOf(unit: Sendable, row: Parameters<typeof standingOf>[0] | undefined) {
  if (row === undefined) return undefined;
  const standing = unit.ready ? 'free' : standingOf(row);
  return (
    <StandingMark
      status={row.status}
      standing={standing === 'free' && !unit.ready ? 'short' : standing}
    />
  );
}

/** Outside its hours or its area: a person may send it all the same and says why. */
function SendAnyway({
  form,
  unit,
  refusal,
  busy,
  onSend,
  onBack,
}: {
  readonly form: TypedForm;
  readonly unit: Sendable;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly onSend: (reason: string) => void;
  readonly onBack: () => void;
}) {
  const [reason, setReason] = useTyped(form, 'reason', '');
  const field = useFirstFocus<HTMLInputElement>();
  function submit(event: FormEvent) {
    event.preventDefault();
    onSend(reason);
  }
  return (
    <form className="send-anyway" onSubmit={submit}>
      <TextField
        ref={field}
        label={`${unit.unitId}: ${unit.against || 'not without a reason'}. Why it goes all the same`}
        value={reason}
        onText={setReason}
        error={refusal?.because}
        maxLength={300}
      />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={busy}>
          Send {unit.unitId} all the same
        </Button>
        <Button tone="quiet" onClick={onBack}>
          Another unit
        </Button>
      </div>
    </form>
  );
}
