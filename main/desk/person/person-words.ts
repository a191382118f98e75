import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

/** What an incident's timeline says of who it is about; null for other events. */
export function sayPerson(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  switch (event.type) {
    case 'person.named': {
      const born = event.birthDate === null ? '' : `, born ${event.birthDate}`;
      const name = event.name === '' ? 'name not said' : event.name;
      return { kind: 'call', text: `Said to be about: ${name}${born}` };
    }
    case 'person.call-linked': {
      const what = event.certainty === 'certain' ? 'Confirmed' : 'May be, not certain';
      const why = [...event.evidence, event.reason].filter((each) => each !== '').join('; ');
      return { kind: 'call', text: `${what}: a person known here (${why})` };
    }
    case 'person.call-unlinked':
      return { kind: 'call', text: `Not taken for that person any more: ${event.reason}` };
    case 'person.call-ruled-out':
      return { kind: 'call', text: 'Not the known person that was suggested' };
    default:
      return null;
  }
}
