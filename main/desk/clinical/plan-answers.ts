import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { unseen } from '#db/journal/words-read.ts';
import type { planTopics } from '#shared/contract/plan-topics.ts';
import type { DecideContext } from '#shared/incident/context.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { PARTITIONS } from '#shared/partition/partition.ts';
import { clinicalRecordOf, type ClinicalRecord } from '#shared/plan/clinical-record.ts';
import { discussMeans } from '#shared/plan/decide-means.ts';
import {
  adviseApproach,
  connectInterpreter,
  givePlan,
  leaveInterpreter,
  notePeople,
  noteStrength,
  withdrawApproach,
  withdrawStrength,
  writeField,
  writePlan,
} from '#shared/plan/decide-plan.ts';

type PlanTopic = keyof typeof planTopics;

/** What clinicians write down about the person: on the record at any time, also after the call. */
export function planAnswers(core: DeskCore): Answers<PlanTopic> {
  /**
   * Folded from the incident's own entries: its cost grows with the incident alone. Whoever may do phone work
   * reads all of it; nothing of it leaves main here.
   */
  const recordOf = (incidentId: IncidentId) =>
    clinicalRecordOf(unseen(core.db, () => core.journal.ofIncident(incidentId, PARTITIONS)));
  const onRecord = <Input extends { readonly incidentId: IncidentId }>(
    decide: (
      incident: Incident,
      record: ClinicalRecord,
      input: Input,
      context: DecideContext,
    ) => readonly NewEvent[] | Refusal,
  ) =>
    onIncident<Input>(core, (incident, input, context) =>
      decide(incident, recordOf(input.incidentId), input, context),
    );

  return {
    'people.note': onRecord((incident, record, { people }, { local }) =>
      notePeople(incident, record, people, local.date),
    ),
    'interpreter.connect': onRecord((incident, record, { means, line }) =>
      connectInterpreter(incident, record, { means, line }),
    ),
    'interpreter.leave': onRecord((incident, record) => leaveInterpreter(incident, record)),
    'note.write': onRecord((incident, record, input) =>
      writeField(incident, record, input, core.nameOf),
    ),
    'safety-plan.write': onRecord((incident, record, input) =>
      writePlan(incident, record, input, core.nameOf),
    ),
    'safety-plan.give': onRecord((incident, record, { how }) => givePlan(incident, record, how)),
    'safety-plan.print': (input) => {
      const given = givePlan(input, recordOf(input.incidentId), 'printed');
      return isRefusal(given)
        ? given
        : refuse(
            'no-window',
            'Printing takes a window: start the console and press Shift+P there.',
          );
    },
    'means.discuss': onRecord((incident, record, { discussion, informant }, context) =>
      discussMeans(incident, record, discussion, informant, context),
    ),
    'strength.note': onRecord((incident, record, { strength }) =>
      noteStrength(incident, record, strength),
    ),
    'strength.withdraw': onRecord((incident, record, { strength }) =>
      withdrawStrength(incident, record, strength),
    ),
    'approach.advise': onRecord((incident, record, { advice }) =>
      adviseApproach(incident, record, advice),
    ),
    'approach.withdraw': onRecord((incident, record) => withdrawApproach(incident, record)),
  };
}
