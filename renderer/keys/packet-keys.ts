import type { KeyBinding } from './key-binding.ts';

/** What is handed on of an incident. At the clinician's desk it is a tool, at dispatch a sheet. */
export const PACKET_KEYS: readonly KeyBinding[] = [
  {
    id: 'packet',
    keys: ['Shift+P'],
    label: 'Packet for police, EMS or a team',
    group: 'Call',
    places: ['queue', 'incident', 'facts', 'teams'],
    word: 'packet',
  },
  {
    id: 'packet.print',
    keys: ['Shift+P'],
    label: 'Print the packet',
    group: 'Window',
    places: ['sheet'],
  },
];
