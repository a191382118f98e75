import { areasCommand } from './areas-command.ts';
import { auditCommand } from './audit-command.ts';
import { auditKeyCommand } from './audit-key-command.ts';
import { backupCommand } from './backup-command.ts';
import { directoryCommand } from './directory-command.ts';
import { exportEidoCommand } from './export-eido-command.ts';
import { importCommand } from './import-command.ts';
import { installScreenerCommand } from './install-screener-command.ts';
import { callTypesCommand } from './call-types-command.ts';
import { confirmArrivalsCommand } from './confirm-arrivals-command.ts';
import { EXIT, UnusableArguments, type ExitCode, type Terminal } from './outcome.ts';
import { packetCommand } from './packet-command.ts';
import { placeCommand } from './place-command.ts';
import { partnerKeyCommand, revokePartnerKeyCommand } from './partner-key-command.ts';
import { replayCommand } from './replay-command.ts';
import { reportCommand } from './report-command.ts';
import { restoreCommand } from './restore-command.ts';
import { routeCommand } from './route-command.ts';
import { signArrivalCommand } from './sign-arrival-command.ts';
import { storeKeyCommand } from './store-key-command.ts';
import { streetTableCommand } from './street-table-command.ts';
import type { Subcommand } from './subcommand.ts';
import { unlocking } from './unlocking.ts';
import { verifyPolicyCommand } from './verify-policy-command.ts';
import { UnusableFile } from '#main/desk/import/unusable-file.ts';

/** Everything the command line can do: a new subcommand is a new line here. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  import: importCommand,
  route: routeCommand,
  'call-types': callTypesCommand,
  areas: areasCommand,
  directory: directoryCommand,
  'street-table': streetTableCommand,
  place: placeCommand,
  'install-screener': installScreenerCommand,
  audit: auditCommand,
  'audit-key': auditKeyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  packet: packetCommand,
  'export-eido': exportEidoCommand,
  'partner-key': partnerKeyCommand,
  'revoke-partner-key': revokePartnerKeyCommand,
  'sign-arrival': signArrivalCommand,
  'confirm-arrivals': confirmArrivalsCommand,
  replay: replayCommand,
  report: reportCommand,
  'verify-policy': verifyPolicyCommand,
  'store-key': storeKeyCommand,
};

/**
 * Runs one command: `args` are the words after `desk`. Returns the exit code and never throws: what
 * goes wrong is told on `terminal.err`, naming file, line and remedy.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  const asksForHelp = name === 'help' || name === '--help' || name === '-h';
  if (asksForHelp || rest.includes('--help')) {
    terminal.out.write(help(asksForHelp ? rest[0] : name));
    return EXIT.done;
  }
  try {
    const subcommand = subcommandOf(name);
    if (subcommand.opensNothing === true) return await subcommand.run(rest, terminal);
    const mends = subcommand.mends === true;
    return await unlocking(rest, terminal, mends, (own) => subcommand.run(own, terminal));
  } catch (error) {
    terminal.err.write(`${told(error)}\n`);
    return EXIT.unusable;
  }
}

function subcommandOf(name: string | undefined): Subcommand {
  const known = name !== undefined && Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : null;
  if (known !== null && known !== undefined) return known;
  throw new UnusableArguments(
    name === undefined ? 'no command is given' : `there is no command "${name}"`,
    `Use one of ${Object.keys(SUBCOMMANDS).join(', ')}; desk help says more.`,
  );
}

function told(error: unknown): string {
  // Some of what is passed on is a sentence already.
  const why = (error instanceof Error ? error.message : String(error)).replace(/\.$/u, '');
  if (error instanceof UnusableArguments) return `desk: ${why}. ${error.remedy}`;
  if (error instanceof UnusableFile) {
    const where = error.line === null ? error.file : `${error.file}, line ${error.line}`;
    return `${where}: ${why}. ${error.remedy}`;
  }
  return `desk: stopped: ${why}. What was written before stays; run the command again to go on.`;
}

function help(about: string | undefined): string {
  const shown = Object.entries(SUBCOMMANDS).filter(([name]) => name === about);
  const listed = shown.length > 0 ? shown : Object.entries(SUBCOMMANDS);
  const lines = listed.map(([, { usage, summary }]) => `  desk ${usage}\n      ${summary}\n`);
  return (
    `CareDesk's command line. Each command prints one JSON document.\n\n${lines.join('')}\n` +
    'With --data, an encrypted folder is opened by --passphrase-file FILE, --recovery-key-file FILE or CAREDESK_PASSPHRASE;\n' +
    'where only the keystore of the computer opens it, by the recovery key. --upgrade-without-copy, once, changes the\n' +
    'stored tables of an older folder although no copy can be made first.\n' +
    'Exit code: 0 done, 1 the answer is bad, 2 not done (arguments, file or folder unusable).\n'
  );
}
