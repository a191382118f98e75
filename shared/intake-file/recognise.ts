import { isMismatch, layOut, type Layout } from './layout.ts';
import { neededColumns, PRESETS, PRESET_IDS, type Preset, type PresetId } from './preset.ts';

export interface Recognised {
  readonly preset: Preset;
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
    return fits(PRESETS[asked], rows, true) ?? notThat(PRESETS[asked], rows, first);
  }
  for (const id of PRESET_IDS) {
    const recognised = fits(PRESETS[id], rows, false);
    if (recognised !== null) return recognised;
  }
  return unknownFile(first);
}

const EXPORT_AGAIN =
  'Export the calls again as a comma-separated file (CSV UTF-8) with its header.';

function fits(
  preset: Preset,
  rows: readonly (readonly string[])[],
  asked: boolean,
): Recognised | null {
  const byHeader = layOut(preset, rows[0] ?? []);
  if (!isMismatch(byHeader)) return { preset, layout: byHeader, hasHeader: true };
  const names = preset.withoutHeader;
  if (names === null) return null;
  const otherHeader = PRESET_IDS.some((id) => !isMismatch(layOut(PRESETS[id], rows[0] ?? [])));
  if (otherHeader || !rows.some((row) => looksLikeRow(row, names, asked))) return null;
  const layout = layOut(preset, names);
  return isMismatch(layout) ? null : { preset, layout, hasHeader: false };
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
  preset: Preset,
  rows: readonly (readonly string[])[],
  first: readonly string[],
): NotRecognised {
  const other = recognise(rows, null);
  const remedy =
    'preset' in other
      ? `It is a file of preset ${other.preset.id}: leave --preset out.`
      : other.remedy;
  if (preset.withoutHeader !== null && !('preset' in other))
    return {
      why:
        `is not a ${preset.title}: no row near its beginning has the ` +
        `${preset.withoutHeader.length} columns ${preset.withoutHeader.join(', ')}`,
      remedy,
    };
  return { why: `is not a ${preset.title}: ${mismatchOf(preset, first)}`, remedy };
}

function mismatchOf(preset: Preset, header: readonly string[]): string {
  const laid = layOut(preset, header);
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
    .map((preset) => ({ preset, laid: layOut(preset, first) }))
    .filter(
      ({ preset, laid }) => isMismatch(laid) && laid.missing.length < neededColumns(preset).length,
    )
    .sort((a, b) => count(a.laid) - count(b.laid))[0];
  if (near !== undefined)
    return {
      why: `is not a ${near.preset.title}: ${mismatchOf(near.preset, first)}`,
      remedy: EXPORT_AGAIN,
    };
  const separator = first.length === 1 ? /[;\t|]/.exec(first[0] ?? '')?.[0] : undefined;
  if (separator !== undefined)
    return { why: 'seems to be separated by something other than commas', remedy: EXPORT_AGAIN };
  return {
    why: `is none of the known exports (${PRESET_IDS.join(', ')}), or its header row is missing`,
    remedy: EXPORT_AGAIN,
  };
}

function count(laid: ReturnType<typeof layOut>): number {
  return isMismatch(laid) ? laid.missing.length : 0;
}
