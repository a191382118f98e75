import { useEffect, useState } from 'react';
import type { PacketPreview } from '#shared/board/sharing-view.ts';
import type { Purpose, Recipient } from '#shared/disclosure/recipient.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { ask } from '../desk/ask.ts';

export interface PacketAsk {
  readonly recipient: Recipient;
  readonly receiver: string | null;
  readonly purpose: Purpose;
}

export interface AskedPreview {
  /** What the recipient would get; null until it is here. */
  readonly preview: PacketPreview | null;
  readonly refusal: Refusal | null;
}

/** Ages in it are of the minute it was asked in. */
const AGAIN_MS = 60_000;

/** The packet as main cuts it now; asked anew whenever the incident changes, and once a minute. */
export function usePreview(
  incidentId: IncidentId,
  { recipient, receiver, purpose }: PacketAsk,
  revision: number,
): AskedPreview {
  const [asked, setAsked] = useState<AskedPreview>({ preview: null, refusal: null });
  const [minute, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((before) => before + 1), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    let gone = false;
    void ask('disclosure.preview', { incidentId, recipient, receiver, purpose }).then((reply) => {
      if (gone) return;
      const { refused, because } = reply.ok ? { refused: '', because: '' } : reply;
      setAsked(
        reply.ok
          ? { preview: reply.value, refusal: null }
          : { preview: null, refusal: { refused, because } },
      );
    });
    return () => {
      gone = true;
    };
  }, [incidentId, recipient, receiver, purpose, revision, minute]);
  // One for somebody else is nobody's to look at while the right one is on its way.
  const shown = asked.preview?.packet;
  const right = shown?.recipient === recipient && shown.purpose === purpose;
  return right ? asked : { ...asked, preview: null };
}
