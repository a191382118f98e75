import { deskStore } from '../desk/desk-store.ts';

export type Sound = 'new-call' | 'alert' | 'duress';

interface Tone {
  readonly hertz: number;
  /** Seconds after the sound began. */
  readonly at: number;
  readonly lasts: number;
  readonly shape: OscillatorType;
}

/** Told apart with closed eyes: two rising notes, three level ones, and a siren that goes on. */
const SOUNDS: Readonly<Record<Sound, readonly Tone[]>> = {
  'new-call': [
    { hertz: 587, at: 0, lasts: 0.16, shape: 'sine' },
    { hertz: 880, at: 0.15, lasts: 0.26, shape: 'sine' },
  ],
  alert: [0, 0.22, 0.44].map((at) => ({ hertz: 698, at, lasts: 0.14, shape: 'triangle' })),
  duress: [0, 0.4, 0.8, 1.2, 1.6, 2].flatMap((at): Tone[] => [
    { hertz: 988, at, lasts: 0.18, shape: 'square' },
    { hertz: 659, at: at + 0.2, lasts: 0.18, shape: 'square' },
  ]),
};

let context: AudioContext | null = null;

/** When each sound that still plays is over: twenty calls that ring at once ring as one, and no louder. */
const over = new Map<Sound, number>();

/** Plays a sound at this workstation's volume. A machine without sound stays silent; the screen says it too. */
export function playSound(sound: Sound): void {
  const { volume } = deskStore.getState();
  if (volume === 0 || typeof AudioContext === 'undefined') return;
  try {
    context ??= new AudioContext();
    void context.resume();
    if (context.currentTime < (over.get(sound) ?? 0)) return;
    over.set(sound, context.currentTime + lengthOf(sound));
    for (const tone of SOUNDS[sound]) playTone(context, tone, volume);
  } catch {
    // No audio device: the visual twin has to do.
  }
}

function lengthOf(sound: Sound): number {
  return Math.max(...SOUNDS[sound].map(({ at, lasts }) => at + lasts));
}

function playTone(audio: AudioContext, tone: Tone, volume: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  const begin = audio.currentTime + tone.at;
  const end = begin + tone.lasts;
  oscillator.type = tone.shape;
  oscillator.frequency.value = tone.hertz;
  // Loudness is heard as a square; soft edges keep a headset from clicking.
  const level = volume * volume * (tone.shape === 'sine' ? 0.5 : 0.3);
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(level, begin + 0.012);
  gain.gain.setValueAtTime(level, end - 0.05);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(begin);
  oscillator.stop(end);
}
