/** One thing an export said of a call. */
export interface SaidLine {
  readonly label: string;
  readonly text: string;
}
