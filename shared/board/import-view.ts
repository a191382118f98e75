import type { ColumnUse } from '../intake-file/column-use.ts';

/** Everything about the import of earlier calls, as one operator may see it. */
export interface ImportView {
  /** Null while no file is chosen. */
  readonly chosen: ChosenView | null;
  /** The import that runs, or the one that ended last since the console was started. */
  readonly run: RunView | null;
  readonly mappings: readonly MappingLine[];
  /** Newest first. */
  readonly past: readonly PastImport[];
  /** Files in watched folders that wait for somebody to look at them. */
  readonly waiting: readonly WaitingFile[];
}

export interface ChosenView {
  readonly name: string;
  readonly size: number;
  readonly looked: 'looking' | Unusable | LookedView;
}

/** Why a file cannot be used, and what to do. Nothing of it was taken. */
export interface Unusable {
  readonly why: string;
  readonly remedy: string;
}

export interface LookedView {
  /** How its columns came to be understood: the name of a saved mapping or a preset, or a guess. */
  readonly by: {
    readonly how: 'saved' | 'preset' | 'guess' | 'edited' | 'file';
    readonly name: string;
  };
  readonly mappingId: string;
  /** Of the mapping as it stands: what is taken is what was looked at. */
  readonly hash: string;
  readonly columns: readonly ColumnView[];
  readonly remarks: readonly string[];
  /** What keeps this mapping from being used; empty when it can be. */
  readonly faults: readonly {
    readonly place: string;
    readonly message: string;
    readonly remedy: string;
  }[];
  /** Null while the mapping has faults. */
  readonly survey: SurveyView | null;
}

export interface ColumnView {
  readonly name: string;
  readonly uses: readonly ColumnUse[];
  readonly shape: string;
  /** Cells as they stand there; null for a role that does not see calls, and for long texts. */
  readonly examples: readonly string[] | null;
}

/** What reading the file by the mapping comes to, before anything is taken. */
export interface SurveyView {
  readonly rows: number;
  /** Whether these are all rows of the file, or its first ones. */
  readonly of: 'counting' | 'all' | 'first';
  readonly accepted: number;
  /** Of those, in the journal already. */
  readonly known: number;
  readonly rejected: number;
  /** Null for a role that does not see calls. */
  readonly sample: readonly SampleRow[] | null;
  readonly unmappedTypes: readonly WordCount[];
  readonly unmapped: readonly { readonly column: string; readonly words: readonly WordCount[] }[];
  readonly from: string | null;
  readonly to: string | null;
}

export interface WordCount {
  /** Null where words are free text. */
  readonly word: string | null;
  readonly calls: number;
}

/** A row as it would be taken. */
export interface SampleRow {
  readonly line: number;
  readonly number: string | null;
  readonly received: string;
  readonly rawType: string;
  readonly callType: string;
  readonly address: string | null;
  readonly ended: string | null;
  /** “arrived after 12 min”. */
  readonly times: string;
}

export interface RunView {
  readonly importId: string;
  readonly name: string;
  readonly state: 'running' | 'stopping' | 'stopped' | 'finished' | 'failed';
  readonly bytes: number;
  readonly size: number;
  readonly rows: number;
  /** Rows a second since it began. */
  readonly rate: number;
  /** Seconds it will probably take; null while that is not known. */
  readonly left: number | null;
  /** Why it failed, and what to do. */
  readonly failed: string | null;
  /** Null while it runs. */
  readonly result: ResultView | null;
}

export interface ResultView {
  readonly rows: number;
  readonly imported: number;
  readonly alreadyKnown: number;
  readonly retold: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly changed: number;
  readonly resumedAfter: number | null;
  readonly remarks: readonly string[];
}

export interface MappingLine {
  readonly mappingId: string;
  readonly name: string;
  readonly savedAt: string;
  readonly savedByName: string;
}

export interface PastImport {
  readonly importId: string;
  readonly name: string;
  readonly beganAt: string;
  readonly byName: string;
  readonly state: 'running' | 'cut-short' | 'finished' | 'given-up';
  readonly rows: number;
  readonly imported: number;
  readonly rejected: number;
}

export interface WaitingFile {
  readonly waitingId: string;
  readonly name: string;
  readonly lineName: string;
  readonly size: number;
}

export interface LeftOutPage {
  readonly all: number;
  readonly rows: readonly { readonly line: number; readonly why: string }[];
}
