import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder, by its path from there. */
export function filesUnder(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true)
    .sort();
}

/** Which files hold the words, however Chromium writes text: as bytes of UTF-8 or in two bytes a letter. */
export function filesHolding(folder: string, words: string): string[] {
  const forms = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  return filesUnder(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return forms.some((form) => bytes.includes(form));
  });
}

/** The names under a folder, itself too, that somebody other than their owner has these rights to. */
export function openToOthers(folder: string, rights: number): string[] {
  const names = ['.', ...(readdirSync(folder, { recursive: true }) as string[])];
  return names.filter((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    return found !== undefined && (found.mode & rights) !== 0;
  });
}

interface NetworkLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number }[];
}

/** What Chromium did on a network, in its own words: the kinds of events in the log it was started with. */
export function networkEvents(file: string): string[] {
  const text = readFileSync(file, 'utf8').trimEnd();
  // A process that was ended has not closed its lists.
  const whole =
    text.endsWith('}') && /\]\s*[,}]/.test(text.slice(-4_000))
      ? text
      : `${text.replace(/,$/, '')}]}`;
  const { constants, events } = JSON.parse(whole) as NetworkLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, at]) => [at, name]));
  return [...new Set(events.map(({ type }) => names.get(type) ?? String(type)))].sort();
}
