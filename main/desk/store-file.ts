/** The one file of a data folder that everything is in. */
export const DATABASE_FILE = 'caredesk.sqlite';

/** Where the copies of before an upgrade go; no entry speaks of them. */
export function copiesBeside(folder: string): string {
  return `${folder}-copies`;
}
