import { useEffect, useState } from 'react';
import { onAnnouncement } from '../desk/board-feed.ts';
import { say } from '../desk/desk-store.ts';
import { playSound } from './sounds.ts';

const SHOWN_MS = 6000;

interface Said {
  readonly id: number;
  readonly text: string;
}

/**
 * What main announces, three ways at once: a sound, a sentence for the screen reader, and the same
 * sentence on the screen. An alert stays until somebody dismisses it; the others leave by themselves.
 */
export function Announcer({ veiled }: { readonly veiled: boolean }) {
  const [said, setSaid] = useState<readonly Said[]>([]);
  useEffect(() => {
    let count = 0;
    const timers = new Set<number>();
    const stop = onAnnouncement(({ text, sound }) => {
      if (sound !== null) playSound(sound);
      if (sound === 'alert' || sound === 'duress') {
        // The notice is a live region of its own: saying it here too would say it twice.
        say({ tone: 'alert', text, cause: null });
        return;
      }
      const mine = { id: ++count, text };
      setSaid((before) => [mine, ...before.slice(0, 1)]);
      const timer = window.setTimeout(() => {
        timers.delete(timer);
        setSaid((before) => before.filter((each) => each.id !== mine.id));
      }, SHOWN_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return (
    <div className="announcer" role="status" aria-live="polite">
      {/* A sentence may name a place; under the veil only the sound is left. */}
      {(veiled ? [] : said).map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
