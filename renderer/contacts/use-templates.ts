import { useCallback, useEffect, useState } from 'react';
import type { FollowUpTemplate } from '#shared/contact/follow-up-templates.ts';
import { ask } from '../desk/ask.ts';

const NONE: readonly FollowUpTemplate[] = [];

/** The center's sets of follow-ups; none until main answered. */
export function useTemplates(): {
  readonly templates: readonly FollowUpTemplate[];
  readonly askAgain: () => void;
} {
  const [templates, setTemplates] = useState(NONE);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void ask('follow-up.templates', {}).then((reply) => {
      if (!gone && reply.ok) setTemplates(reply.value);
    });
    return () => {
      gone = true;
    };
  }, [count]);
  const askAgain = useCallback(() => setCount((before) => before + 1), []);
  return { templates, askAgain };
}
