/** The passphrase of the center guards everything at once and is typed once a start: longer than a person's own. */
export const CENTER_PASSPHRASE_LENGTH = 12;
