import { UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';

/** What stands in one place of a command. */
export type Slot = 'unit' | 'number' | 'status' | 'minutes' | 'type' | 'area' | 'who' | 'words';

export interface CommandForm {
  readonly word: string;
  /** As shown: "send UNIT NUMBER". What stands in brackets may be left out. */
  readonly form: string;
  readonly label: string;
}

/** Every command with arguments, in the order they are offered. */
export const COMMAND_FORMS: readonly CommandForm[] = [
  { word: 'new', form: 'new WORDS', label: 'New call' },
  { word: 'take', form: 'take NUMBER', label: 'Answer the call, or take over the incident' },
  { word: 'send', form: 'send UNIT NUMBER [REASON]', label: 'Send a unit' },
  {
    word: 'stage',
    form: 'stage UNIT NUMBER BY PLACE',
    label: 'Let a unit wait at a place until another has secured the scene',
  },
  { word: 'secure', form: 'secure NUMBER', label: 'The scene is secure: who waits may go in' },
  { word: 'pe', form: 'pe NUMBER', label: 'Police and EMS now' },
  { word: 'ems', form: 'ems NUMBER', label: 'EMS now' },
  { word: 'pol', form: 'pol NUMBER', label: 'Police now' },
  { word: 'hold', form: 'hold NUMBER MINUTES REASON', label: 'Hold, with a time and a reason' },
  { word: 'release', form: 'release NUMBER', label: 'End a hold' },
  { word: 'note', form: 'note NUMBER TEXT', label: 'Write a note' },
  { word: 'type', form: 'type NUMBER TYPE', label: 'Call type, by its code' },
  { word: 'area', form: 'area NUMBER AREA', label: 'Area of the location' },
  {
    word: 'lang',
    form: 'lang NUMBER LANGUAGE',
    label: 'Language of the person; an i behind it asks for an interpreter',
  },
  { word: 'need', form: 'need NUMBER CAPABILITY', label: 'What the vehicle should have, or none' },
  { word: 'close', form: 'close NUMBER', label: 'Disposition' },
  {
    word: 'transfer',
    form: 'transfer NUMBER WHO',
    label: 'Transfer a conversation: 988, dispatch or a clinician',
  },
  { word: 'find', form: 'find TEXT', label: 'Find anything' },
  { word: 'ci', form: 'ci UNIT', label: 'Unit checked in: its crew was heard' },
  { word: 'backup', form: 'backup UNIT', label: 'Unit asks for back-up' },
  { word: 'duress', form: 'duress UNIT', label: 'Unit is in duress: free police go at once' },
  { word: 'clr', form: 'clr UNIT', label: 'Unit done and available again' },
  { word: 'sd', form: 'sd UNIT [REASON]', label: 'Stand a unit down' },
  { word: 'fix', form: 'fix UNIT STATUS REASON', label: 'Correct a wrong status' },
  { word: 'stack', form: 'stack UNIT NUMBER REASON', label: 'A busy unit comes there afterwards' },
  { word: 'unstack', form: 'unstack UNIT REASON', label: 'It does not come afterwards after all' },
  {
    word: 'preempt',
    form: 'preempt UNIT NUMBER REASON',
    label: 'Take a unit on its way for a higher incident',
  },
  {
    word: 'reassign',
    form: 'reassign UNIT NUMBER REASON',
    label: 'Move a unit on its way to one of the same level',
  },
  {
    word: 'at',
    form: 'at UNIT AREA',
    label: 'A unit is in an area; or at UNIT or NUMBER, latitude and longitude',
  },
  { word: 'undo', form: 'undo', label: 'Take back what you did last' },
  // Assigning needs an incident: that is "send".
  ...UNIT_STATUSES.filter((status) => status !== 'assigned').map((status) => ({
    word: UNIT_STATUS[status].word,
    form: `${UNIT_STATUS[status].word} UNIT`,
    label: `Unit status: ${UNIT_STATUS[status].label.toLowerCase()}`,
  })),
];

const SLOTS: Readonly<Record<string, Slot>> = {
  UNIT: 'unit',
  NUMBER: 'number',
  STATUS: 'status',
  MINUTES: 'minutes',
  TYPE: 'type',
  AREA: 'area',
  WHO: 'who',
};

/** What a command takes, in order; words stand last and take the rest of the line. */
const BY_WORD: ReadonlyMap<string, readonly Slot[]> = new Map([
  ...COMMAND_FORMS.map(({ word, form }) => [word, slotsIn(form)] as const),
  [UNIT_STATUS.assigned.word, ['unit', 'number', 'words']],
]);

function slotsIn(form: string): Slot[] {
  return form
    .split(' ')
    .slice(1)
    .map((name) => SLOTS[name] ?? 'words');
}

/** Null when there is no such command. */
export function slotsOf(word: string): readonly Slot[] | null {
  return BY_WORD.get(word.toLowerCase()) ?? null;
}

export function formOf(word: string): string | null {
  return COMMAND_FORMS.find((each) => each.word === word)?.form ?? null;
}
