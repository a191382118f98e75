// `node build/call-types/known-strings.mjs FOLDER`: writes the type strings CareDesk has learned from, out of the
// call-type taxonomy in FOLDER and of what a person judged them to mean (judged-call-types.csv, beside this file).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { asScript, say } from '../narrate.mjs';
import { here } from '../places.mjs';

/** Relative to the repository. */
export const knownStringsFile = 'shared/call-type/known-strings.json';
const judgedFile = 'build/call-types/judged-call-types.csv';
const taxonomyFile = 'CallTypes_TS.CallTypes.csv';

/** What nobody judged is not about mental health or substances: the source has no such category for it. */
const UNJUDGED = 'OTHER';

/** The file's text; refuses a taxonomy in which a behavioral string, by the source, was not judged. */
export function knownStringsText(folder) {
  const judged = new Map(
    rowsOf(here(judgedFile)).map(({ raw, call_type }) => [foldOf(raw), call_type]),
  );
  const strings = new Map();
  const left = new Set(judged.keys());
  for (const row of rowsOf(join(folder, taxonomyFile))) {
    const raw = squeeze(row['Field 1']);
    const folded = foldOf(raw);
    if (folded === '') continue;
    left.delete(folded);
    if (row.Category.trim() === 'Behavioral Health' && !judged.has(folded))
      throw new Error(`“${raw}” is behavioral in the source and not judged in ${judgedFile}.`);
    const known = strings.get(folded) ?? { raw, centers: new Set() };
    known.centers.add(row.City);
    strings.set(folded, known);
  }
  if (left.size > 0) throw new Error(`${judgedFile} judges what is not there: ${[...left][0]}.`);
  const byType = {};
  for (const [folded, { raw, centers }] of [...strings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ofType = (byType[judged.get(folded) ?? UNJUDGED] ??= {});
    (ofType[[...centers].sort().join(', ')] ??= []).push(raw);
  }
  return formatted({ about: aboutFile(folder), strings: sorted(byType) });
}

/** The licence travels with the strings, into the bundle too. */
function aboutFile(folder) {
  return [
    'Type strings of five centers: by the call type a person of this project judged them to mean, then by center.',
    'Strings from https://github.com/tsdataclinic/Vera (data/interim/CallTypes_TS.xlsx), under this licence:',
    ...readFileSync(join(folder, 'LICENSE'), 'utf8').trim().split(/\r?\n/).filter(Boolean),
    `Written by build/call-types/known-strings.mjs from ${judgedFile}; do not edit.`,
  ];
}

function sorted(byType) {
  return Object.fromEntries(
    Object.entries(byType)
      .sort()
      .map(([type, byCenter]) => [type, Object.fromEntries(Object.entries(byCenter).sort())]),
  );
}

async function formatted(content) {
  const { format, resolveConfig } = await import('prettier');
  const filepath = here(knownStringsFile);
  return format(JSON.stringify(content), { ...(await resolveConfig(filepath)), filepath });
}

function rowsOf(file) {
  return parse(readFileSync(file, 'utf8'), { bom: true, columns: true });
}

function squeeze(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function foldOf(text) {
  return squeeze(text).toLowerCase();
}

await asScript(import.meta.url, async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder of the call-type taxonomy.');
  writeFileSync(here(knownStringsFile), await knownStringsText(folder));
  say(`wrote ${knownStringsFile}`);
});
