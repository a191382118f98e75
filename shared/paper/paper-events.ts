/** Sizes a center prints on. */
export const PAPER_SIZES = ['letter', 'a4'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** How the kit is printed; the same at every position of the center. */
export interface KitSetting {
  readonly size: PaperSize;
  /** A fresh kit is kept beside the data folder this often; null keeps none. */
  readonly everyMinutes: number | null;
}

export const USUAL_KIT: KitSetting = { size: 'letter', everyMinutes: 15 };

/** What the center has on paper. */
export type PaperEvent =
  | {
      readonly type: 'paper.printed';
      /** By a person, or the copy that is kept by itself. */
      readonly how: 'asked' | 'by-itself';
      readonly parts: readonly ('board' | 'incidents' | 'blank-forms')[];
      readonly incidents: number;
    }
  | ({ readonly type: 'paper.kit-set' } & KitSetting);
