/** The version of this CareDesk, as the package has it; a test holds the two together. */
export const VERSION = '0.1.0';
