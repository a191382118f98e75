/**
 * What stood on record when somebody began to type over it, and drafts that went where they belong: kept as
 * an empty row for a while, so that a window which lags behind does not bring them back.
 */
export const draftOriginsSchema = `
  ALTER TABLE drafts ADD COLUMN typed_over TEXT;
  ALTER TABLE drafts ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
`;
