import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';

/** One thing the command line can do. A new one is a file like its neighbors and a line in `run.ts`. */
export interface Subcommand {
  /** After the name: what it is called with. */
  readonly usage: string;
  /** It puts another store in the place of one that may not open: what opens the folder is no condition. */
  readonly mends?: true;
  /** One line for the list of commands. */
  readonly summary: string;
  /** It says something of the folder without opening its store. */
  readonly opensNothing?: true;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode> | ExitCode;
}

export interface ArgumentShape {
  /** Names of the arguments that are no options, all of them needed. */
  readonly operands: readonly string[];
  /** Options with a value. Those in `needed` must be given. */
  readonly options: readonly string[];
  /** Options that stand for themselves. */
  readonly flags?: readonly string[];
  readonly needed: readonly string[];
}

export interface Arguments {
  readonly operands: readonly string[];
  option(name: string): string | undefined;
  flag(name: string): boolean;
}

/**
 * Reads a subcommand's arguments: options, flags and operands, nothing else.
 * @throws UnusableArguments naming the argument that is missing, unknown or superfluous.
 */
export function readArguments(
  usage: string,
  args: readonly string[],
  shape: ArgumentShape,
): Arguments {
  const remedy = `Usage: desk ${usage}`;
  const { values, positionals } = parseStrictly(args, shape, remedy);
  const missing = shape.operands[positionals.length];
  if (missing !== undefined) throw new UnusableArguments(`${missing} is missing`, remedy);
  const superfluous = positionals[shape.operands.length];
  if (superfluous !== undefined)
    throw new UnusableArguments(`"${superfluous}" is one argument too many`, remedy);
  for (const name of shape.needed)
    if (values[name] === undefined) throw new UnusableArguments(`--${name} is missing`, remedy);
  const given = [...positionals, ...Object.values(values)];
  if (given.includes('')) throw new UnusableArguments('an argument is empty', remedy);
  return {
    operands: positionals,
    option: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
  };
}

interface Option {
  readonly type: 'string' | 'boolean';
}

function parseStrictly(args: readonly string[], shape: ArgumentShape, remedy: string) {
  try {
    const options = Object.fromEntries(
      shape.options.map((name): [string, Option] => [name, { type: 'string' }]),
    );
    for (const name of shape.flags ?? []) options[name] = { type: 'boolean' };
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    return parsed as {
      values: Record<string, string | boolean | undefined>;
      positionals: string[];
    };
  } catch (error) {
    const [first = ''] = (error as Error).message.split('. ');
    throw new UnusableArguments(first, remedy);
  }
}

/** A path of the command line as an absolute one. */
export function pathOf(terminal: Terminal, path: string): string {
  return resolve(terminal.cwd, path);
}
