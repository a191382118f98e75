import text from './default-call-types.csv?raw';

/**
 * The table every new data folder starts with, as the text of a CSV file: ordinary words of call types,
 * behavioral ones first. It leaves out words that say too little, so that they are listed and looked at.
 */
export const DEFAULT_CALL_TYPES: string = text;
