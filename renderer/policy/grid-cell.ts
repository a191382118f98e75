import type { ReactNode } from 'react';
import type { Choice } from '../parts/choices.ts';
import type { Path } from './document-path.ts';

/** How a cell is changed. */
export type CellKind =
  /** `none`: the word for null, where the document may hold it. */
  | { readonly by: 'text'; readonly none?: string }
  /**
   * `none`: the word for no number, where there may be none: null in the document, or with `absent` no
   * member at all.
   */
  | { readonly by: 'number'; readonly none: string | null; readonly absent?: true }
  | { readonly by: 'date'; readonly none: string | null }
  | { readonly by: 'switch' }
  /** `absent`: what the document holds where nothing is chosen; undefined takes the member away. */
  | {
      readonly by: 'choice';
      readonly choices: readonly Choice[];
      readonly absent?: { readonly label: string; readonly value: null | undefined };
    }
  /** An editor that opens as a row of its own under the cell's row. */
  | { readonly by: 'below'; readonly editor: () => ReactNode }
  | { readonly by: 'nothing' };

export interface GridCell {
  readonly column: string;
  /** Spoken with the value, and the name of its editor. */
  readonly label: string;
  /** Where its value stands in the document; also where its problems are looked for. */
  readonly path: Path;
  readonly value: unknown;
  readonly shown: ReactNode;
  readonly kind: CellKind;
  readonly span?: number;
  readonly className?: string;
}

/** One row. Its path finds it again after it was moved. */
export interface GridLine {
  readonly key: string;
  readonly path: Path;
  readonly name: string;
  /** The head of a group: what stands above its rows. */
  readonly head?: boolean;
  readonly mark?: 'new' | 'changed' | null;
  /** A counter-example of the proof turns on this row. */
  readonly broken?: boolean;
  readonly cells: readonly GridCell[];
  /** Not drawn; a key opens their editors. */
  readonly hidden?: readonly GridCell[];
}

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}
