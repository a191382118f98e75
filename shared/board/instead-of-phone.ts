import type { IncidentView, ResponseOption } from './incident-view.ts';
import { isHigher } from '../routing/level.ts';

/**
 * What is to be sent because nobody took the call by phone; null when the answers ask for as much or more
 * by themselves, or when somebody has decided since.
 */
export function insteadOfPhone(view: IncidentView): ResponseOption | null {
  const { phone, offer, needsDecision, options, recommendation } = view;
  if (phone.state !== 'untaken' || offer === null || !needsDecision) return null;
  const option = options.find(({ id }) => id === offer.fallback.id);
  return option !== undefined && isHigher(option.level, recommendation.level) ? option : null;
}
