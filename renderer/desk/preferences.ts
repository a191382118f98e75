/** How this workstation looks and sounds. Kept in the window; it says nothing about anybody. */
export interface Preferences {
  readonly theme: 'dark' | 'light';
  readonly density: 'compact' | 'comfortable';
  /** 0 silent … 1 loudest. */
  readonly volume: number;
}

const KEY = 'caredesk.preferences';
const USUAL: Preferences = { theme: 'dark', density: 'compact', volume: 0.6 };

export function readPreferences(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      theme: kept.theme === 'light' ? 'light' : 'dark',
      density: kept.density === 'comfortable' ? 'comfortable' : 'compact',
      volume:
        typeof kept.volume === 'number' ? Math.min(1, Math.max(0, kept.volume)) : USUAL.volume,
    };
  } catch {
    // Storage can be switched off or hold nonsense; the usual look is always right.
    return USUAL;
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // The choice holds until the window closes.
  }
}
