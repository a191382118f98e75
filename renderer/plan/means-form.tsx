import { useState } from 'react';
import type { ClinicalWork } from '#shared/board/clinical-work.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import {
  ACCESS,
  ACCESS_LABELS,
  MEANS,
  MEANS_LABELS,
  sayMeans,
  type Access,
  type Means,
  type MeansDiscussion,
} from '#shared/plan/means.ts';
import { deskStore } from '../desk/desk-store.ts';
import { useDraft } from '../desk/drafts.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { subjectOf } from './note-drafts.ts';
import { Select } from './select.tsx';

const NOTHING: MeansDiscussion = {
  means: [],
  access: 'not-asked',
  meantFor: 'not-asked',
  heldBy: '',
  agreed: '',
  recheck: '',
};

/** What somebody could hurt themself with, whether they can get to it, and what is done about it. */
export function MeansForm({
  view: { incidentId },
  work,
}: {
  readonly view: IncidentView;
  readonly work: ClinicalWork;
}) {
  const subject = subjectOf(incidentId);
  const [latest, ...earlier] = work.means;
  const saved = latest?.value ?? NOTHING;
  const draft = useDraft(subject, 'means', JSON.stringify(saved));
  const discussion = readDiscussion(draft.text, saved);
  const [open, setOpen] = useState(draft.changed || latest !== undefined);
  const discuss = useCommand('means.discuss');
  const change = (more: Partial<MeansDiscussion>) =>
    draft.type(JSON.stringify({ ...discussion, ...more }));
  const turn = (each: Means) =>
    change({
      means: discussion.means.includes(each)
        ? discussion.means.filter((other) => other !== each)
        : MEANS.filter((other) => other === each || discussion.means.includes(other)),
    });
  async function record() {
    const { informant } = deskStore.getState();
    const said = work.informant === 'third-party' ? 'caller-was-told' : informant;
    const done = await discuss.give({ incidentId, discussion, informant: said });
    if (done !== null) draft.settle();
  }
  return (
    <section className="plan-part" aria-label="Means">
      <h3>
        Means
        <Button tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fold' : 'Talk about means'}
        </Button>
      </h3>
      {latest !== undefined && (
        <p className="plan-state">
          {sayMeans(latest.value.means)} · within reach:{' '}
          {ACCESS_LABELS[latest.value.access].toLowerCase()} · {wallTime(latest.at)},{' '}
          <bdi>{latest.by}</bdi>
          {earlier.length > 0 && ` · talked about ${earlier.length + 1} times`}
        </p>
      )}
      {open && (
        <form
          className="plan-form"
          onSubmit={(event) => {
            event.preventDefault();
            void record();
          }}
        >
          <fieldset className="plan-choices">
            <legend>What was talked about</legend>
            {MEANS.map((each) => (
              <label key={each}>
                <input
                  type="checkbox"
                  checked={discussion.means.includes(each)}
                  onChange={() => turn(each)}
                />{' '}
                {MEANS_LABELS[each]}
              </label>
            ))}
          </fieldset>
          <div className="people-row">
            <Select
              label="Can they get to it now?"
              value={discussion.access}
              choices={ACCESS}
              labels={ACCESS_LABELS}
              onChoose={(access: Access) => change({ access })}
            />
            <Select
              label="Do they mean to use it?"
              value={discussion.meantFor}
              choices={ACCESS}
              labels={ACCESS_LABELS}
              onChoose={(meantFor: Access) => change({ meantFor })}
            />
          </div>
          <TextField
            label="Who has it, where"
            maxLength={300}
            value={discussion.heldBy}
            onText={(heldBy) => change({ heldBy })}
          />
          <TextField
            label="Agreed, to put distance to it"
            maxLength={1000}
            value={discussion.agreed}
            onText={(agreed) => change({ agreed })}
          />
          <TextField
            label="Asked again: what is so now"
            maxLength={300}
            value={discussion.recheck}
            onText={(recheck) => change({ recheck })}
          />
          {discussion.access === 'yes' && (
            <p className="plan-raises" role="status">
              A weapon within reach, or means they intend to use, is answered with yes at once, and
              the level rises.
            </p>
          )}
          <Refused refusal={discuss.refusal} />
          <Button type="submit" aria-disabled={discuss.busy}>
            Put on the record
          </Button>
        </form>
      )}
    </section>
  );
}

function readDiscussion(text: string, otherwise: MeansDiscussion): MeansDiscussion {
  try {
    return { ...NOTHING, ...(JSON.parse(text) as MeansDiscussion) };
  } catch {
    return otherwise;
  }
}
