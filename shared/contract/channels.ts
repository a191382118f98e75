/** The channels between window and main: one door for asks, one feed for what changed. */
export const ASK_CHANNEL = 'desk:ask';
export const FEED_CHANNEL = 'desk:feed';
/** Carries nothing: main asks whether the page lives and draws something, and the page answers. */
export const PULSE_CHANNEL = 'desk:pulse';
