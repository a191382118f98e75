import type { DeskAtWork } from './desk-at-work.ts';
import type { Examples } from './topic-examples.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import { USUAL_LIMITS, type WantedSetting } from '#shared/intake-line/line-setting.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

type LineTopic =
  | 'intake-line.all'
  | 'intake-line.set'
  | 'intake-line.remove'
  | 'intake-line.new-token'
  | 'intake-line.see-attempts';

/** On this computer, over plain HTTP, by token. */
export const LOOPBACK_LISTENER = {
  kind: 'eido-listener',
  address: '127.0.0.1',
  port: 8911,
  tls: null,
  access: { by: 'token' },
  limits: USUAL_LIMITS,
} as const satisfies WantedSetting;

/** Sam adds a line. */
export function lineAdded(
  atWork: DeskAtWork,
  changes: Partial<Input<'intake-line.set'>> = {},
): IntakeLineId {
  const { made } = atWork.do(atWork.as('Sam'), 'intake-line.set', {
    lineId: null,
    name: 'County CAD',
    on: false,
    setting: LOOPBACK_LISTENER,
    ...changes,
  });
  return made as IntakeLineId;
}

const onLine = {
  as: 'Sam',
  good: (atWork: DeskAtWork) => ({ lineId: lineAdded(atWork) }),
  bad: [{ lineId: null }, { lineId: '' }, { lineId: 'x'.repeat(65) }, { token: 'mine' }],
};

const listener = (changes: object) => ({ setting: { ...LOOPBACK_LISTENER, ...changes } });
const spill = { kind: 'ali-spill', role: 'connect', host: '10.0.0.9', port: 4000, layout: 'x' };
const folder = { kind: 'watched-folder', folder: '/srv/calls', takes: 'csv', mapping: null };

export const INTAKE_LINE_EXAMPLES: Pick<Examples, LineTopic> = {
  'intake-line.all': { as: 'Ada', good: () => ({}), bad: [{ lineId: 'x' }, [], 'text'] },
  'intake-line.set': {
    as: 'Sam',
    good: () => ({ lineId: null, name: 'County CAD', on: false, setting: LOOPBACK_LISTENER }),
    bad: [
      { lineId: 7 },
      { name: ' ' },
      { name: 'x'.repeat(61) },
      { on: 'yes' },
      { setting: null },
      { setting: { kind: 'serial-line', port: 1 } },
      listener({ port: 0 }),
      listener({ port: 65_536 }),
      listener({ port: '8911' }),
      listener({ address: '' }),
      listener({ tls: { certificateFile: '/a', keyFile: '' } }),
      listener({ tls: true }),
      listener({ access: { by: 'nothing' } }),
      // The token is the desk’s to make: nobody brings a hash along.
      listener({ access: { by: 'token', tokenHash: 'x' } }),
      listener({ access: { by: 'client-certificate' } }),
      listener({ limits: null }),
      listener({ limits: { ...USUAL_LIMITS, documentBytes: 1e9 } }),
      listener({ limits: { ...USUAL_LIMITS, perMinute: 0 } }),
      listener({ limits: { ...USUAL_LIMITS, connections: 1.5 } }),
      listener({ limits: { ...USUAL_LIMITS, queue: 7 } }),
      { setting: { ...spill, role: 'dial' } },
      { setting: { ...spill, layout: ' ' } },
      { setting: { ...spill, port: -1 } },
      { setting: { ...folder, takes: 'pdf' } },
      { setting: { ...folder, folder: '' } },
      { setting: { ...folder, mapping: '' } },
      { by: 'Sam' },
    ],
  },
  'intake-line.remove': onLine,
  'intake-line.new-token': onLine,
  'intake-line.see-attempts': onLine,
};
