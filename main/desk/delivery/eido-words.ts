import type { TimelineLine } from '#shared/board/incident-view.ts';
import type { ProposedPart } from '#shared/eido/eido-events.ts';
import { overAt, type EidoSaid, type SaidPart } from '#shared/eido/eido-said.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';

/** What a line of the timeline says of a document that came after the call was answered. */
export function sayEido(event: JournalEvent): Pick<TimelineLine, 'text' | 'kind'> | null {
  if (event.type === 'incident.exported') {
    const { answers } = event;
    const whom = answers === null ? '' : `, as an answer to ${answers}`;
    return { kind: 'call', text: `Exported as EIDO${whom}` };
  }
  if (event.type === 'eido.proposal-settled')
    return { kind: 'call', text: `${SETTLED[event.how]} ${PART_LABELS[event.part]}` };
  if (event.type !== 'eido.updated') return null;
  const { said, anew } = event;
  const parts = anew.flatMap((part) => sayPart(said, part) ?? []);
  const over = anew.includes('status') ? overAt(said.status) : null;
  const what = parts.length === 0 ? 'sent its document again' : parts.join(' · ');
  return { kind: over === null ? 'call' : 'alert', text: `${said.agency}: ${what}` };
}

/** One thing the sender now says; null for what is no news to anybody here. */
export function sayPart(said: EidoSaid, part: SaidPart): string | null {
  switch (part) {
    case 'address':
      return `address is now ${said.address}`;
    case 'callback':
      return `callback is now ${said.callback}`;
    case 'type':
      return `type is now ${said.type.text ?? said.type.code ?? said.type.registry}`;
    case 'priority':
      return `priority is now ${said.priority}`;
    case 'status':
      return `status ${said.status.join(', ')}`;
    case 'words':
      return `“${said.words}”`;
    case 'people':
      return `people: ${said.people.map(({ roles, name }) => [roles.join('/'), name].filter(Boolean).join(' ')).join('; ')}`;
    case 'dispositions':
      return `ended there as ${said.dispositions.join('; ')}`;
    case 'units':
      return `its units: ${said.units.map(({ name, status }) => `${name} ${status}`.trim()).join(', ')}`;
    case 'links':
      return said.links.map(({ how, incident }) => `${LINKS[how]} ${incident}`).join('; ');
    case 'agency':
    case 'incidentNumber':
    case 'callType':
    case 'startedAt':
    case 'cautions':
      return null;
  }
}

const SETTLED = {
  'taken-over': 'Took over what the sender says of the',
  declined: 'Kept ours and not what the sender says of the',
} as const;

export const PART_LABELS = {
  address: 'address',
  callback: 'callback',
  callType: 'call type',
} as const satisfies Record<ProposedPart, string>;

const LINKS = {
  REPLACING: 'goes on as incident',
  REPLACED: 'takes in incident',
  SPLIT: 'has split off incident',
  PARENT: 'is part of incident',
  CHILD: 'has below it incident',
  RELATED: 'is related to incident',
  UNLINK: 'is not related any more to incident',
} as const;
