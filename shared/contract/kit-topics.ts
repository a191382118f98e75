/**
 * All that the page of a paper kit may ask while it is printed: the kit, and to say that it is drawn. No
 * topics of the console's contract.
 */
export const KIT_TOPIC = 'paper.kit';
export const KIT_DRAWN_TOPIC = 'paper.drawn';
