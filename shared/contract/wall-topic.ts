/**
 * All that a wall board may ask: its own board. Not a topic of the console's contract, so that no other
 * can be reached from a screen that nobody has signed on at.
 */
export const WALL_TOPIC = 'wall.board';
