/** What a window sends at once; the command line takes twice as much. */
export const LARGEST_SENT_DIRECTORY = 64 * 1024 * 1024;
