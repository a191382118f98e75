/** A mapping file; the largest that is kept is smaller. */
export const LARGEST_MAPPING_FILE = 1024 * 1024;
