/** Why another response: also put there by a banner, in the words of whoever asked for it. */
export const OVERRIDE_REASON = 'override.reason';
