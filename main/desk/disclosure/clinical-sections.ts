import { clock, line, notes, type ContentSources } from './packet-lines.ts';
import { screenDesk } from '../clinical/screen-view.ts';
import { screensOfIncident } from '#db/board/screens-projection.ts';
import type { PacketContent, PacketLine } from '#shared/disclosure/packet.ts';
import { RELATION_LABELS } from '#shared/person/people.ts';
import { ACCESS_LABELS, sayMeans } from '#shared/plan/means.ts';
import { NOTE_FIELDS, PART_2_FIELD, type NoteFieldId } from '#shared/plan/note-fields.ts';
import { sayResult, wordOf } from '#shared/screen/say-screen.ts';
import { STRENGTH_LABELS, STRENGTH_SOURCE_LABELS } from '#shared/plan/strengths.ts';

/** The sections of the form that clinicians write, from what stands on the record now. */
export function clinicalSections(
  sources: ContentSources,
): Pick<PacketContent, 'person' | 'screen' | 'clinical' | 'part-2'> {
  return {
    person: { id: 'person', lines: personLines(sources), coded: null },
    screen: { id: 'screen', lines: screenLines(sources), coded: null },
    clinical: {
      id: 'clinical',
      lines: [
        ...NOTE_FIELDS.filter(({ id }) => id !== PART_2_FIELD).flatMap(({ id }) =>
          fieldLine(sources, id),
        ),
        ...notes(sources, 'clinical'),
        ...meansLines(sources),
        ...strengthLines(sources),
      ],
      coded: null,
    },
    'part-2': {
      id: 'part-2',
      lines: [...fieldLine(sources, PART_2_FIELD), ...notes(sources, 'part-2')],
      coded: null,
    },
  };
}

/** The result of each screen in its one word and why, never an answer, never a sum (invariant 16). */
function screenLines(sources: ContentSources): PacketLine[] {
  const { core, words, incident } = sources;
  const screens = screensOfIncident(core.db, incident.incidentId);
  const told = screenDesk({ db: core.db, nameOf: core.nameOf, words, screens }).screens;
  return told
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .map(({ result, answers, finished, beganAt }) =>
      line(
        finished === null ? 'Screen under way' : 'Screen',
        `${wordOf(result)}. ${sayResult(result, answers)}`,
        clock(sources, finished?.at ?? beganAt),
      ),
    );
}

/** Caller and person apart, as they were told apart. */
function personLines({ record }: ContentSources): PacketLine[] {
  if (record.people === null) return [];
  const people = record.people.value;
  const { name, addressAs, pronouns } = people.subject;
  const { guardian } = people;
  return [
    line('Who it is about', name === '' ? 'name not said' : name),
    ...(addressAs === '' ? [] : [line('Speak to them as', addressAs)]),
    ...(pronouns === '' ? [] : [line('Pronouns', pronouns)]),
    people.who === 'self'
      ? line('Who calls', 'the person')
      : line(
          'Who calls',
          people.caller.name || 'name not said',
          RELATION_LABELS[people.caller.relation].toLowerCase(),
        ),
    ...(guardian === null
      ? []
      : [line('Guardian', guardian.name || 'name not said', guardian.number || null)]),
  ];
}

function fieldLine(sources: ContentSources, id: NoteFieldId): PacketLine[] {
  const written = sources.record.fields[id]?.at(-1);
  const label = NOTE_FIELDS.find((field) => field.id === id)?.label ?? id;
  if (written === undefined || written.value.trim() === '') return [];
  return [line(label, written.value, clock(sources, written.at))];
}

function meansLines(sources: ContentSources): PacketLine[] {
  const told = sources.record.means.at(-1);
  if (told === undefined) return [];
  const { means, access, agreed } = told.value;
  const said = `${sayMeans(means)}; within reach: ${ACCESS_LABELS[access].toLowerCase()}`;
  return [
    line('Means', agreed === '' ? said : `${said}; agreed: ${agreed}`, clock(sources, told.at)),
  ];
}

function strengthLines({ record }: ContentSources): PacketLine[] {
  return record.strengths.map(({ value: { kind, text, source } }) =>
    line(STRENGTH_LABELS[kind], text, STRENGTH_SOURCE_LABELS[source]),
  );
}
