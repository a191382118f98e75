/** What reading one piece of another system's text gives: its value, or why it cannot be used. */
export type Read<Value> = { readonly value: Value } | { readonly why: string };

export function isUnusable<Value>(read: Read<Value>): read is { readonly why: string } {
  return 'why' in read;
}
