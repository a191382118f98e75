import type { FollowUpTemplate } from '#shared/contact/follow-up-templates.ts';
import { NOTHING, useAsked } from '../desk/use-asked.ts';

const NONE: readonly FollowUpTemplate[] = [];

/** The center's sets of follow-ups; none until main answered. */
export function useTemplates(): {
  readonly templates: readonly FollowUpTemplate[];
  readonly askAgain: () => void;
} {
  const { view, look } = useAsked('follow-up.templates', NOTHING);
  return { templates: view ?? NONE, askAgain: look };
}
