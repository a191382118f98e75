/** How much one field of the notes holds: some eight printed pages. More is refused whole, never cut. */
export const NOTE_MOST = 20_000;

export interface NoteField {
  readonly id: string;
  readonly label: string;
  /** What belongs here, in a few words. */
  readonly hint: string;
  /** Ready words, put in by their number. */
  readonly phrases: readonly string[];
}

/** The structured clinical note, in the order a conversation goes. */
export const NOTE_FIELDS = [
  {
    id: 'concern',
    label: 'Concern',
    hint: 'Why they call, in their own words',
    phrases: [],
  },
  {
    id: 'today',
    label: 'What happened today',
    hint: 'What made it today and not yesterday',
    phrases: [],
  },
  {
    id: 'state',
    label: 'How they are now',
    hint: 'Speech, mood, thinking, orientation, as heard',
    phrases: [
      'Speech clear and ordered.',
      'Tearful, settles when spoken to.',
      'Agitated; voice raised.',
      'Slow, long pauses.',
      'Oriented to place and time.',
      'Hears or believes what others do not.',
    ],
  },
  {
    id: 'substances',
    label: 'Substances today',
    hint: 'What was taken today, how much, when',
    phrases: ['Says nothing was taken today.', 'Drank today.', 'Not asked yet.'],
  },
  {
    id: 'treatment',
    label: 'Substance-use treatment',
    hint: 'Programs, diagnosis, medication for it: kept apart (42 CFR Part 2)',
    phrases: [],
  },
  {
    id: 'coping',
    label: 'Coping so far',
    hint: 'What they did to get this far',
    phrases: [],
  },
  {
    id: 'supports',
    label: 'Supports there',
    hint: 'Who is with them, who can come or be called',
    phrases: ['Alone now.', 'Somebody is with them.'],
  },
  {
    id: 'agreed',
    label: 'Agreed',
    hint: 'What they said they will do',
    phrases: ['Will call back if it gets worse.', 'Agrees to a follow-up call.'],
  },
  {
    id: 'next',
    label: 'What we do next',
    hint: 'What this center does, and when',
    phrases: [],
  },
] as const satisfies readonly NoteField[];

export type NoteFieldId = (typeof NOTE_FIELDS)[number]['id'];

export const NOTE_FIELD_IDS = NOTE_FIELDS.map(({ id }) => id) as [NoteFieldId, ...NoteFieldId[]];

/** Substance-use treatment and diagnosis are kept apart from everything else (42 CFR Part 2). */
export const PART_2_FIELD: NoteFieldId = 'treatment';

export function noteFieldLabel(field: NoteFieldId): string {
  return NOTE_FIELDS.find(({ id }) => id === field)?.label ?? field;
}

/** What is said to somebody whose text is longer than a field holds. `kept` is what the field has. */
export function sayTooLong(length: number, kept: 'typed' | 'recorded'): string {
  const much = length.toLocaleString('en-US');
  const most = NOTE_MOST.toLocaleString('en-US');
  const what =
    kept === 'typed'
      ? 'Nothing of it was put in, and what stood in the field is kept.'
      : 'Nothing was put on the record, and what is typed is kept.';
  return `That makes ${much} characters, and a field holds ${most}. ${what} Put in a shorter part.`;
}
