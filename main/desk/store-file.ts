/** The one file of a data folder that everything is in. */
export const DATABASE_FILE = 'caredesk.sqlite';
