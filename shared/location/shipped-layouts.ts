import { readAliLayout, type AliLayout } from './ali-layout.ts';
import nena30Line from './layouts/nena-30-line.json' with { type: 'json' };
import nena512 from './layouts/nena-512.json' with { type: 'json' };

/** The layouts that come with CareDesk, as examples and for controllers that write just that. */
export const SHIPPED_LAYOUTS: ReadonlyMap<string, AliLayout> = new Map(
  [nena512, nena30Line].map((written) => {
    const read = readAliLayout(written);
    if ('problems' in read) throw new Error(`${written.name}: ${JSON.stringify(read.problems)}`);
    return [read.layout.name, read.layout];
  }),
);
