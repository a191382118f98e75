/** The channels between window and main: one door for asks, one feed for what changed. */
export const ASK_CHANNEL = 'desk:ask';
export const FEED_CHANNEL = 'desk:feed';
/** Carries nothing: that the page lives and draws something. */
export const PULSE_CHANNEL = 'desk:pulse';
export const PULSE_MS = 2_000;
