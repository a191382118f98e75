/** What a stored hash cost to make, in full: a later version may ask for more of a guesser. */
export const passphraseCostsSchema = `
  ALTER TABLE credentials ADD COLUMN block_size INTEGER NOT NULL DEFAULT 8;
  ALTER TABLE credentials ADD COLUMN parallel INTEGER NOT NULL DEFAULT 1;
`;
