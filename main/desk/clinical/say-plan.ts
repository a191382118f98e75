import type { TimelineLine } from '#shared/board/incident-view.ts';
import { type AsRead } from '#shared/partition/event-partitions.ts';
import { protectionOf } from '#shared/partition/protection.ts';
import { mayRead } from '#shared/partition/partition.ts';
import { sayInterpreter } from '#shared/person/interpreter.ts';
import { RELATION_LABELS, type People } from '#shared/person/people.ts';
import { isolate } from '#shared/lib/isolate.ts';
import { sayMeans } from '#shared/plan/means.ts';
import { noteFieldLabel } from '#shared/plan/note-fields.ts';
import { withWords, type PlanEvent } from '#shared/plan/plan-events.ts';
import type { Role } from '#shared/roster/operator.ts';

/** The timeline says what was written; the whole of it stands in the field. */
const LONGEST = 160;

/** An event of the clinical work as the timeline says it; null for who may not read it (invariant 12). */
export function sayPlan(
  read: AsRead<PlanEvent>,
  role: Role,
): Pick<TimelineLine, 'text' | 'kind'> | null {
  const event = withWords(read);
  if (event === null) return null;
  switch (event.type) {
    case 'approach.advised':
      return { kind: 'note', text: `How to approach: ${event.advice}` };
    case 'approach.withdrawn':
      return { kind: 'note', text: 'Took back the advice on how to approach' };
    default: {
      const kind = protectionOf(event)?.partition ?? 'clinical';
      return mayRead(role, kind) ? { kind, text: clinicalText(event) } : null;
    }
  }
}

type Clinical = Exclude<PlanEvent, { readonly type: 'approach.advised' | 'approach.withdrawn' }>;

function clinicalText(event: Clinical): string {
  switch (event.type) {
    case 'people.noted':
      return sayPeople(event.people);
    case 'interpreter.connected':
      return `${sayInterpreter(event.interpreter)} is on the line`;
    case 'interpreter.left':
      return 'The interpreter has left the line';
    case 'note.field-written': {
      const label = noteFieldLabel(event.field);
      return event.text === '' ? `${label}: taken back` : `${label}: ${clipped(event.text)}`;
    }
    case 'safety-plan.written':
      return 'Safety plan put on the record';
    case 'safety-plan.given':
      return event.how === 'printed'
        ? 'Safety plan printed for the person'
        : 'Safety plan read aloud to the person';
    case 'means.discussed': {
      const { means, access, agreed } = event.discussion;
      const within = access === 'yes' ? ', within reach' : access === 'no' ? ', out of reach' : '';
      return `Means: ${sayMeans(means)}${within}${agreed === '' ? '' : ` — ${clipped(agreed)}`}`;
    }
    case 'strength.noted':
      return `What helps: ${event.strength.text}`;
    case 'strength.withdrawn':
      return 'Took something off the list of what helps';
  }
}

function sayPeople(people: People): string {
  const about = named(people.subject.name);
  if (people.who === 'self') return `On the line for themself: ${about}`;
  const { name, relation } = people.caller;
  const how = relation === 'not-said' ? '' : ` (${RELATION_LABELS[relation].toLowerCase()})`;
  return `On the line: ${named(name)}${how}, about ${about}`;
}

function named(name: string): string {
  return name === '' ? 'no name said' : isolate(name);
}

/** Cut between characters as people see them, so that no half of an emoji is left. */
function clipped(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= LONGEST) return line;
  const whole = [...new Intl.Segmenter('en').segment(line.slice(0, LONGEST))];
  return `${whole
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('')}… (whole in the notes)`;
}
