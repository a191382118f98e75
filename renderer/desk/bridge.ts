import type { FeedMessage } from '#shared/contract/answers.ts';
import type { Reply } from '#shared/contract/endpoint.ts';

/** What the preload script hands to the window: one door to ask through, one feed to listen to. */
export interface Bridge {
  ask(topic: string, input: unknown): Promise<Reply<unknown>>;
  subscribe(listener: (message: FeedMessage) => void): () => void;
}

declare global {
  interface Window {
    caredesk: Bridge;
  }
}

export function bridge(): Bridge {
  return window.caredesk;
}
