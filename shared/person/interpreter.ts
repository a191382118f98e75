/** How the words get across. */
export const INTERPRETER_MEANS = ['phone', 'video', 'relay', 'tty', 'colleague'] as const;
export type InterpreterMeans = (typeof INTERPRETER_MEANS)[number];

export const INTERPRETER_LABELS: Readonly<Record<InterpreterMeans, string>> = {
  phone: 'Interpreter by phone',
  video: 'Interpreter by video',
  relay: 'Relay service (711, VRS)',
  tty: 'TTY or real-time text',
  colleague: 'Somebody here who speaks it',
};

/** Who interprets: how, and the number the interpreter or the line goes by. */
export interface Interpreter {
  readonly means: InterpreterMeans;
  readonly line: string;
}

/** The interpreter of the call, with the times the desk wrote it down. */
export interface OnTheLine extends Interpreter {
  readonly connectedAt: string;
  /** Null while they are on the line. */
  readonly leftAt: string | null;
}

export function sayInterpreter({ means, line }: Interpreter): string {
  return `${INTERPRETER_LABELS[means]}${line === '' ? '' : ` (${line})`}`;
}
