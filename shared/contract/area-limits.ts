/** Far more than the borders of a city need: 16 MiB of GeoJSON. The window asks for it without zod. */
export const LARGEST_AREA_FILE = 16 * 1024 * 1024;
