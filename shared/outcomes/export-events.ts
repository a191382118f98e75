/** What the figures leave the console as: a table for a spreadsheet, or pages for the printer. */
export const EXPORT_FORMS = ['csv', 'report'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Figures of a period left the console in a file. */
export interface ExportEvent {
  readonly type: 'outcomes.exported';
  readonly what: ExportForm;
  /** ISO dates of the center, both counted. */
  readonly from: string;
  readonly to: string;
}
