/** The two channels between window and main: one door for asks, one feed for what changed. */
export const ASK_CHANNEL = 'desk:ask';
export const FEED_CHANNEL = 'desk:feed';
