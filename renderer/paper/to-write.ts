/** What stands in a cell that is written into by hand. */
export const TO_WRITE = '\u00a0';
