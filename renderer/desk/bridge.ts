import type { FeedMessage } from '#shared/contract/answers.ts';
import type { Reply } from '#shared/contract/endpoint.ts';

/** What the preload script hands to the window: one door to ask through, one feed to listen to. */
export interface Bridge {
  ask(topic: string, input: unknown): Promise<Reply<unknown>>;
  /** Shows main a file that somebody chose or dropped; where it lies the page never learns. */
  handOver(file: File): Promise<Reply<unknown>>;
  /** Each message is a FeedMessage as JSON text: text crosses into the page without being copied part by part. */
  subscribe(listener: (message: string) => void): () => void;
}

declare global {
  interface Window {
    caredesk: Bridge;
  }
}

export function bridge(): Bridge {
  return window.caredesk;
}

/** Hears what main pushes; returns the way to stop. */
export function hearFeed(listener: (message: FeedMessage) => void): () => void {
  return bridge().subscribe((message) => listener(JSON.parse(message) as FeedMessage));
}
