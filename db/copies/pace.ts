import { closeSync, fstatSync, fsyncSync, openSync } from 'node:fs';

/** `gentle` beside people at work; `fast` while nobody can work anyway. */
export type Pace = 'gentle' | 'fast';

const PIECE_BYTES = 2 << 20;
const SHORTEST_MS = 2;
const LONGEST_MS = 500;

/** A file that is put on the disk a piece at a time. */
export interface Paced {
  /** Now and then while it is written. */
  step(): void;
  /** All of it is on the disk after this. */
  end(): void;
}

/**
 * Puts a file on the disk piece by piece, and leaves the disk to others for as long as each took. Otherwise its
 * pages pile up in memory and are written all at once, and the disk confirms a command only after them.
 */
export function paced(file: string, pace: Pace): Paced {
  const open = openSync(file, 'r+');
  let written = 0;
  return {
    step: () => {
      const { size } = fstatSync(open);
      if (pace === 'fast' || size - written < PIECE_BYTES) return;
      written = size;
      const began = performance.now();
      fsyncSync(open);
      const took = performance.now() - began;
      pause(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, took)));
    },
    end: () => {
      try {
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
    },
  };
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
