/** “12,345”, as counts stand on this screen. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}

/** “1.5 MB”. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** “about 2 min”. */
export function leftInWords(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, seconds)} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
