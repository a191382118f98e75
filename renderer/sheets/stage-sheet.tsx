import { useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { isUnderWay } from '#shared/unit/unit-status.ts';
import { useBoard } from '../desk/board-store.ts';
import { closeSheet, deskStore, say, useDesk } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { OnItLine } from '../incident/on-it.tsx';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { TextField } from '../parts/field.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { incidentLine, NoIncident } from './no-incident.tsx';
import { Refused } from './refused.tsx';
import { TravellingCautions } from './travelling-cautions.tsx';
import { useCommand } from './use-command.ts';
import { useFirstFocus } from './use-first-focus.ts';

const TITLE = 'Wait until the scene is secure';

export function StageSheet() {
  const view = useBoard((board) => board.focus);
  return view === null ? <NoIncident title={TITLE} /> : <StageOf view={view} />;
}

/** Who waits, who secures, and where: all but the place is known already in most cases. */
function StageOf({ view }: { readonly view: IncidentView }) {
  const { incidentId } = view;
  const waiting = useWaiting(view);
  const securing = useSecuring(view);
  // From the board the unit selected there is meant.
  const form = { subject: `incident/${incidentId}`, form: 'stage' };
  const [meantAtOpening] = useState(() => {
    const { pane, selectedUnit } = deskStore.getState();
    const meant = waiting.find(({ id }) => pane === 'teams' && id === selectedUnit);
    return (meant ?? waiting[0])?.id ?? null;
  });
  const [unitId, setUnitId] = useTyped<string | null>(form, 'unit', meantAtOpening);
  const [securedBy, setSecuredBy] = useTyped<string | null>(
    form,
    'securedBy',
    securing[0]?.id ?? null,
  );
  const [place, setPlace] = useTyped(form, 'place', '');
  const [reason, setReason] = useTyped(form, 'reason', '');
  const stage = useCommand('incident.stage-unit', form);
  const field = useFirstFocus<HTMLInputElement>();
  const saidWhy = stage.refusal?.refused === 'reason-needed';

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (unitId === null || securedBy === null) return;
    const why = reason.trim();
    const done = await stage.give({
      incidentId,
      unitId: unitId as UnitId,
      securedBy: securedBy as UnitId,
      place,
      reason: why === '' ? null : why,
    });
    if (done === null) return;
    const where = place.trim();
    const text = `${unitId} waits at ${where} until ${securedBy} has secured the scene. Tell both by radio.`;
    say({ tone: 'done', text, cause: null });
    closeSheet();
  }

  return (
    <Sheet title={TITLE} subtitle={incidentLine(view)}>
      <OnItLine onIt={view.onIt} />
      <TravellingCautions view={view} />
      {securing.length === 0 || waiting.length === 0 ? (
        <p className="sheet-warning">
          {securing.length === 0 ? (
            <>
              Nobody who could secure the scene is on it yet. Send police or co-response first:{' '}
              <Keys keys="a" />, or <Keys keys="p p" /> for police/EMS now.
            </>
          ) : (
            'No unarmed unit is free or on its way, so nobody has to wait.'
          )}
        </p>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Combobox
            label="Who waits"
            none="Choose"
            choices={waiting}
            value={unitId}
            onChoose={setUnitId}
          />
          <Combobox
            label="Who secures the scene"
            none="Choose"
            choices={securing}
            value={securedBy}
            onChoose={setSecuredBy}
          />
          <TextField
            ref={field}
            label="Where it waits"
            hint="As said by radio: a crossing or a lot out of sight of the scene."
            value={place}
            onText={setPlace}
            maxLength={300}
          />
          {saidWhy && (
            <TextField
              label={`Why ${unitId ?? ''} goes all the same`}
              value={reason}
              onText={setReason}
              maxLength={300}
            />
          )}
          <Refused refusal={stage.refusal} />
          <Button type="submit" tone="primary" keys="Enter" aria-disabled={stage.busy}>
            {unitId ?? 'It'} waits there
          </Button>
          <p className="field-hint">
            It goes in when somebody says that the scene is secure: <Keys keys="Shift+G" />. Never
            by itself.
          </p>
        </form>
      )}
    </Sheet>
  );
}

/** Unarmed units on their way first, then those that could be sent, as they are ranked. */
function useWaiting({ units, candidates }: IncidentView) {
  const board = useBoard(({ units: rows }) => rows);
  const unarmed = useDesk((desk) => desk.policy?.teamTypes);
  const isUnarmed = (teamType: string | undefined) =>
    unarmed?.some((team) => team.id === teamType && team.unarmed) === true;
  const onTheWay = units
    .filter(({ releasedAt, status }) => releasedAt === null && isUnderWay(status))
    .map(({ unitId }) => board.get(unitId))
    .filter((row) => row !== undefined && isUnarmed(row.teamType))
    .map((row) => ({ id: String(row?.unitId), label: String(row?.unitId), detail: 'on its way' }));
  const free = candidates
    .filter(({ recommended, teamType }) => recommended && isUnarmed(teamType))
    .map(({ unitId, team }) => ({ id: unitId, label: unitId, detail: team }));
  return [...onTheWay, ...free];
}

function useSecuring({ onIt }: IncidentView) {
  const board = useBoard(({ units: rows }) => rows);
  return onIt
    .filter(({ who, arms }) => arms === 'armed' && board.has(who as UnitId))
    .map(({ who, does }) => ({ id: who, label: who, detail: does }));
}
