import { readAliLayout, type AliLayout } from './ali-layout.ts';
import nena30Line from './layouts/nena-30-line.json' with { type: 'json' };
import nena512 from './layouts/nena-512.json' with { type: 'json' };

const SHIPPED: Readonly<Record<string, unknown>> = {
  'nena-512': nena512,
  'nena-30-line': nena30Line,
};

export const SHIPPED_LAYOUTS: readonly string[] = Object.keys(SHIPPED);

/** A layout that comes with CareDesk, as an example and for controllers that write just that; null for other names. */
export function shippedLayout(name: string): AliLayout | null {
  if (!Object.hasOwn(SHIPPED, name)) return null;
  const read = readAliLayout(SHIPPED[name]);
  if ('problems' in read) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return read.layout;
}
