/** What every command ends with; scripts rely on the numbers. */
export const EXIT = {
  /** Done, and the answer is good. */
  done: 0,
  /** Done, and the answer is bad: rows were left out, the chain is broken. */
  bad: 1,
  /** Not done: arguments, a file or a data folder cannot be used. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Arguments that cannot be used. The message names what is wrong, the remedy what to do. */
export class UnusableArguments extends Error {
  readonly remedy: string;

  constructor(why: string, remedy: string) {
    super(why);
    this.name = 'UnusableArguments';
    this.remedy = remedy;
  }
}

/** Where a command writes: its one answer to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: TextSink;
  readonly err: TextSink;
  /** Paths on the command line are relative to this folder. */
  readonly cwd: string;
  /** Where the built programs are; a command line that was not built has none. */
  readonly outFolder?: string;
}

export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The command's answer: one JSON document, on one line unless a person is looking. */
export function printAnswer(terminal: Terminal, answer: unknown): void {
  terminal.out.write(`${JSON.stringify(answer, null, terminal.out.isTTY === true ? 2 : 0)}\n`);
}
