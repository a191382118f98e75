import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditStanding } from '#shared/audit/audit-view.ts';
import { ask } from '../desk/ask.ts';

const BUSY_MS = 300;

/** What the audit offers beside its lines; asked again and again only while the chain is checked. */
export function useStanding(): { readonly standing: AuditStanding | null; look(): void } {
  const [standing, setStanding] = useState<AuditStanding | null>(null);
  const lookNow = useRef(() => {});
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      clearTimeout(timer);
      const reply = await ask('audit.standing', {});
      if (over || !reply.ok) return;
      setStanding(reply.value);
      if (reply.value.check.state === 'running') timer = setTimeout(() => void look(), BUSY_MS);
    };
    lookNow.current = () => void look();
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, []);
  return { standing, look: useCallback(() => lookNow.current(), []) };
}
