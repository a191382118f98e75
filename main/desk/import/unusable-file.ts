/** A file that cannot be worked with at all: the command ends without having written anything. */
export class UnusableFile extends Error {
  readonly file: string;
  readonly line: number | null;
  readonly remedy: string;

  constructor(file: string, line: number | null, why: string, remedy: string) {
    super(why);
    this.name = 'UnusableFile';
    this.file = file;
    this.line = line;
    this.remedy = remedy;
  }
}
