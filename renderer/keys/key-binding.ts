/**
 * Where a key works. Exactly one place is active at a time: where the focus is, or the pane last used.
 * `text` is any text field: there plain letters type, and Alt+letter does what the letter does in the
 * pane around the field.
 */
export const PLACES = [
  'queue',
  'incident',
  'facts',
  'teams',
  'clinician',
  'outcomes',
  'policy',
  'overrides',
  'roster',
  'map',
  'directory',
  'import',
  'people',
  'administration',
  'audit',
  'sheet',
  'veil',
  'lock',
  'alarm',
] as const;
export type Place = (typeof PLACES)[number];

export interface KeyBinding {
  /** What `registerAction` takes. */
  readonly id: string;
  /** Each entry does the same: one stroke ("Ctrl+K") or two after one another ("g q"). */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group:
    | 'Safety'
    | 'Move'
    | 'Call'
    | 'Facts'
    | 'Decide'
    | 'Teams'
    | 'Phone'
    | 'Policy'
    | 'Roster'
    | 'Map'
    | 'Directory'
    | 'Import'
    | 'People'
    | 'Outcomes'
    | 'Administration'
    | 'Window';
  readonly places: readonly Place[];
  /** The command-line word that does the same. */
  readonly word?: string;
  /**
   * Only turns to another page: pressed while its place is still being fetched, it is done as soon as that is there.
   * Nothing that acts on what somebody has not seen yet waits like that.
   */
  readonly turnsPage?: true;
}
