import { isMismatch, layOut, type Layout } from './layout.ts';
import { columnsOf } from './mapping-columns.ts';
import type { Mapping } from './mapping-schema.ts';
import { PRESETS, PRESET_IDS, WITHOUT_HEADER, type PresetId } from './preset.ts';

export interface Recognised {
  readonly mapping: Mapping;
  readonly layout: Layout;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
}

/** Why a file cannot be read, and what to do about it. */
export interface NotRecognised {
  readonly why: string;
  readonly remedy: string;
}

/**
 * Which preset a file follows, told from its first rows. With `asked` only that preset will do.
 * `rows` are the first well-formed rows, in order; the first of them is where a header would be.
 */
export function recognise(
  rows: readonly (readonly string[])[],
  asked: PresetId | null,
): Recognised | NotRecognised {
  const [first] = rows;
  if (first === undefined) return { why: 'holds no row of text', remedy: EXPORT_AGAIN };
  if (asked !== null) {
    return fits(asked, rows, true) ?? notThat(asked, rows, first);
  }
  for (const id of PRESET_IDS) {
    const recognised = fits(id, rows, false);
    if (recognised !== null) return recognised;
  }
  return unknownFile(first);
}

const EXPORT_AGAIN =
  'Export the calls again as a comma-separated file (CSV UTF-8) with its header.';

function fits(
  id: PresetId,
  rows: readonly (readonly string[])[],
  asked: boolean,
): Recognised | null {
  const mapping = PRESETS[id];
  const byHeader = layOut(mapping, rows[0] ?? []);
  if (!isMismatch(byHeader)) return { mapping, layout: byHeader, hasHeader: true };
  const names = WITHOUT_HEADER[id];
  if (names === null) return null;
  const otherHeader = PRESET_IDS.some((each) => !isMismatch(layOut(PRESETS[each], rows[0] ?? [])));
  if (otherHeader || !rows.some((row) => looksLikeRow(row, names, asked))) return null;
  const layout = layOut(mapping, names);
  return isMismatch(layout) ? null : { mapping, layout, hasHeader: false };
}

/** Without a header only the shape tells: two numbers, a title, a stamp. */
function looksLikeRow(row: readonly string[], names: readonly string[], asked: boolean): boolean {
  if (row.length !== names.length) return false;
  if (asked) return true;
  const [latitude = '', longitude = '', , stamp = ''] = row;
  const number = /^\s*-?\d+(\.\d+)?\s*$/;
  return number.test(latitude) && number.test(longitude) && /^\s*\d{4}-\d\d-\d\d /.test(stamp);
}

function notThat(
  id: PresetId,
  rows: readonly (readonly string[])[],
  first: readonly string[],
): NotRecognised {
  const mapping = PRESETS[id];
  const names = WITHOUT_HEADER[id];
  const other = recognise(rows, null);
  const remedy =
    'mapping' in other
      ? `It is a file of preset ${other.mapping.id}: leave --preset out.`
      : other.remedy;
  if (names !== null && !('mapping' in other))
    return {
      why:
        `is not a ${mapping.title}: no row near its beginning has the ` +
        `${names.length} columns ${names.join(', ')}`,
      remedy,
    };
  return { why: `is not a ${mapping.title}: ${mismatchOf(mapping, first)}`, remedy };
}

function mismatchOf(mapping: Mapping, header: readonly string[]): string {
  const laid = layOut(mapping, header);
  if (!isMismatch(laid)) return 'its columns do not fit';
  if (laid.missing.length > 0) return `missing columns: ${laid.missing.join(', ')}`;
  return `columns that stand there twice, and either could be meant: ${laid.ambiguous.join(', ')}`;
}

function unknownFile(first: readonly string[]): NotRecognised {
  const names = new Set(first.map((name) => name.trim().toLowerCase()));
  if (names.has('datetime') && names.has('hour') && names.has('911_t'))
    return {
      why: 'holds hourly counts of telephone calls, not calls',
      remedy: 'Import the call file of that week instead, the one with Master_Incident_Number.',
    };
  // The nearest preset is the one that misses fewest of its columns.
  const near = PRESET_IDS.map((id) => PRESETS[id])
    .map((mapping) => ({ mapping, laid: layOut(mapping, first) }))
    .filter(
      ({ mapping, laid }) =>
        isMismatch(laid) && laid.missing.length < columnsOf(mapping).needed.length,
    )
    .sort((a, b) => count(a.laid) - count(b.laid))[0];
  if (near !== undefined)
    return {
      why: `is not a ${near.mapping.title}: ${mismatchOf(near.mapping, first)}`,
      remedy: EXPORT_AGAIN,
    };
  const separator = first.length === 1 ? /[;\t|]/.exec(first[0] ?? '')?.[0] : undefined;
  if (separator !== undefined)
    return { why: 'seems to be separated by something other than commas', remedy: EXPORT_AGAIN };
  return {
    why: `is none of the known exports (${PRESET_IDS.join(', ')}), or its header row is missing`,
    remedy: 'Import it with a mapping file (--map); --suggest-map writes a first one.',
  };
}

function count(laid: ReturnType<typeof layOut>): number {
  return isMismatch(laid) ? laid.missing.length : 0;
}
