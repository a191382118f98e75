/** So many of each kind. */
export type Counts = Readonly<Record<string, number>>;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^socket:/, 'socket'],
  [/^pipe:/, 'pipe'],
  [/^anon_inode:\[?(\w+)\]?/, 'event'],
  [/^\/(dev\/shm|memfd:)/, 'shared memory'],
  [/^\/dev\//, 'device'],
  [/\.sqlite(-wal|-shm|-journal)?$/, 'store'],
  [/\.part$/, 'copy'],
  [/\/window\//, 'profile of the window'],
];

/** What an open file descriptor is for, by what it leads to as Linux names it. */
export function kindOfFile(leadsTo: string): string {
  const path = leadsTo.replace(/ \(deleted\)$/, '');
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other file';
}

export function countBy(kinds: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const kind of kinds.toSorted()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
