import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dana, START } from '../support/given.ts';
import {
  MOST_LINES,
  removeLine,
  replaceToken,
  seeAttempts,
  setLine,
  type WantedLine,
} from '#shared/intake-line/decide-line.ts';
import {
  evolveIntakeLine,
  NAMED_ADDRESSES,
  type IntakeLine,
  type IntakeLineEvent,
} from '#shared/intake-line/intake-line.ts';
import { USUAL_LIMITS, type WantedSetting } from '#shared/intake-line/line-setting.ts';
import { addressWithPort, reachOf } from '#shared/intake-line/network-address.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';

const id = (name: string) => name as IntakeLineId;
const tls = { certificateFile: '/etc/desk.pem', keyFile: '/etc/desk.key' };
const listener: WantedSetting & { kind: 'eido-listener' } = {
  kind: 'eido-listener',
  address: '127.0.0.1',
  port: 8911,
  tls: null,
  access: { by: 'token' },
  limits: USUAL_LIMITS,
};
const folder: WantedSetting = {
  kind: 'watched-folder',
  folder: '/srv/calls',
  takes: 'csv',
  mapping: null,
};

function wanted(changes: Partial<WantedLine> = {}): WantedLine {
  return { lineId: id('l1'), name: 'County CAD', on: false, setting: listener, ...changes };
}

const told = { at: START, by: dana };

function fold(events: readonly IntakeLineEvent[], from: IntakeLine | null = null) {
  return events.reduce((line, event) => evolveIntakeLine(line, event, told), from);
}

function lineOf(outcome: IntakeLineEvent[] | Refusal, from: IntakeLine | null = null): IntakeLine {
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return fold(outcome, from)!;
}

const added = lineOf(setLine([], wanted()));
const withToken = lineOf(replaceToken(added, 'hash-1'), added);
const changed = (changes: Partial<typeof listener>, on = false) =>
  setLine([withToken], wanted({ on, setting: { ...listener, ...changes } }));

describe('a line', () => {
  test('is added as it is wanted, and stands switched off', () => {
    expect(added).toMatchObject({ name: 'County CAD', on: false, setBy: dana, setAt: START });
    expect(added.setting).toEqual({ ...listener, access: { by: 'token', tokenHash: null } });
  });

  test('that is wanted as it stands is not written again', () => {
    expect(setLine([added], wanted())).toEqual([]);
  });

  test('is switched on only once somebody could get in', () => {
    expect(setLine([added], wanted({ on: true }))).toMatchObject({ refused: 'token-needed' });
    expect(lineOf(changed({}, true), withToken).on).toBe(true);
  });

  test('keeps its token when something else is changed, and loses it with the way to get in', () => {
    expect(lineOf(changed({ port: 9000 })).setting).toMatchObject({
      port: 9000,
      access: { tokenHash: 'hash-1' },
    });
    const byCertificate = { by: 'client-certificate', caFile: '/etc/ca.pem' } as const;
    const other = lineOf(changed({ tls, access: byCertificate }));
    expect(other.setting).toMatchObject({ access: byCertificate });
    const back = lineOf(setLine([other], wanted({ setting: { ...listener, tls } })));
    expect(back.setting).toMatchObject({ access: { by: 'token', tokenHash: null } });
  });

  test('shares its name with no other', () => {
    expect(setLine([added], wanted({ lineId: id('l2'), name: ' county cad ' }))).toMatchObject({
      refused: 'name-taken',
    });
  });

  test('stands where no other does that is switched on', () => {
    const on = { ...withToken, on: true };
    const second = wanted({ lineId: id('l2'), name: 'Second', setting: folder, on: true });
    expect(isRefusal(setLine([on], second))).toBe(false);
    const same = { kind: 'ali-spill', role: 'listen', layout: 'x' } as const;
    const spill = { ...same, host: '127.0.0.1', port: 8911 };
    expect(setLine([on], { ...second, setting: spill })).toMatchObject({
      refused: 'place-taken',
      because: expect.stringContaining('“County CAD” is there already: 127.0.0.1:8911') as string,
    });
    expect(isRefusal(setLine([withToken], { ...second, setting: spill }))).toBe(false);
  });

  test('is one of a bounded number', () => {
    const many = Array.from({ length: MOST_LINES }, (_, at) => ({
      ...added,
      lineId: id(`x${at}`),
      name: `Line ${at}`,
    }));
    expect(setLine(many, wanted())).toMatchObject({ refused: 'too-many-lines' });
  });

  test('is removed once it is switched off', () => {
    expect(removeLine({ ...withToken, on: true })).toMatchObject({ refused: 'line-is-on' });
    expect(fold(removeLine(withToken) as IntakeLineEvent[], withToken)).toBeNull();
    expect(removeLine(null)).toMatchObject({ refused: 'no-such-line' });
  });

  test('has a token only where a token opens it', () => {
    const other = lineOf(setLine([], wanted({ setting: folder })));
    expect(replaceToken(other, 'hash')).toMatchObject({ refused: 'no-token-line' });
    expect(replaceToken(null, 'hash')).toMatchObject({ refused: 'no-such-line' });
    expect(lineOf(replaceToken(withToken, 'hash-2'), withToken).setting).toMatchObject({
      access: { tokenHash: 'hash-2' },
    });
  });
});

describe('where a listener may stand', () => {
  test.each([
    ['0.0.0.0', 'listens-everywhere'],
    ['::', 'listens-everywhere'],
    ['0:0:0:0:0:0:0:0', 'listens-everywhere'],
    ['::0', 'listens-everywhere'],
    ['8.8.8.8', 'public-address'],
    ['2001:db8::1', 'public-address'],
    ['255.255.255.255', 'public-address'],
    ['224.0.0.1', 'public-address'],
    ['localhost', 'no-address'],
    ['cad.example', 'no-address'],
    ['127.1', 'no-address'],
    ['010.0.0.1', 'no-address'],
    ['10.0.0.256', 'no-address'],
    ['::ffff:0.0.0.0', 'no-address'],
    ['127.0.0.1 ', 'no-address'],
  ])('not at %s: %s', (address, refused) => {
    expect(changed({ address, tls })).toMatchObject({ refused });
  });

  test.each(['10.1.2.3', '172.16.0.1', '192.168.1.20', '169.254.9.9', 'fd12:3456::1', 'fe80::1'])(
    'at %s over TLS only',
    (address) => {
      expect(isRefusal(changed({ address, tls }))).toBe(false);
      expect(changed({ address, tls: null })).toMatchObject({ refused: 'tls-needed' });
    },
  );

  test.each(['127.0.0.1', '127.9.9.9', '::1'])('at %s also without', (address) => {
    expect(isRefusal(changed({ address, tls: null }))).toBe(false);
  });

  test('a client certificate is shown over TLS only', () => {
    const access = { by: 'client-certificate', caFile: '/etc/ca.pem' } as const;
    expect(changed({ access })).toMatchObject({ refused: 'tls-needed' });
  });

  test('a limit that is none is refused', () => {
    for (const documentBytes of [0, 1.5, NaN, Infinity, 1e12])
      expect(changed({ limits: { ...USUAL_LIMITS, documentBytes } })).toMatchObject({
        refused: 'limit-out-of-range',
      });
  });

  test('a spill is called anywhere, and waits to be called on the center’s own network only', () => {
    const spill = { kind: 'ali-spill', host: 'ali.example', port: 1, layout: 'x' } as const;
    const as = (role: 'connect' | 'listen') => wanted({ setting: { ...spill, role } });
    expect(isRefusal(setLine([], as('connect')))).toBe(false);
    expect(setLine([], as('listen'))).toMatchObject({ refused: 'no-address' });
  });

  test('whatever is written there, only this computer counts as this computer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
        if (reachOf(address) !== 'this-computer') return;
        expect(address).toMatch(/^(127\.[\d.]+|[0:]+1)$/);
      }),
      { numRuns: 300 },
    );
  });

  test('is written with its port', () => {
    expect(addressWithPort('10.0.0.1', 80)).toBe('10.0.0.1:80');
    expect(addressWithPort('::1', 80)).toBe('[::1]:80');
  });
});

describe('attempts to get in', () => {
  const refusedAccess = (from: string[], attempts = 3): IntakeLineEvent => ({
    type: 'intake-line.access-refused',
    lineId: id('l1'),
    attempts,
    from,
    since: START,
  });

  test('are added up until somebody has looked at them', () => {
    const tried = fold(
      [refusedAccess(['10.0.0.7']), refusedAccess(['10.0.0.7', '10.0.0.8'])],
      added,
    )!;
    expect(tried.attempts).toEqual({
      count: 6,
      from: ['10.0.0.7', '10.0.0.8'],
      since: START,
      last: START,
    });
    expect(
      fold(setLine([tried], wanted({ name: 'Other' })) as IntakeLineEvent[], tried)?.attempts,
    ).toEqual(tried.attempts);
    const seen = fold(seeAttempts(tried) as IntakeLineEvent[], tried);
    expect(seen?.attempts).toBeNull();
    expect(seeAttempts(seen)).toEqual([]);
    expect(seeAttempts(null)).toMatchObject({ refused: 'no-such-line' });
  });

  test('name a bounded number of addresses', () => {
    const many = Array.from({ length: 40 }, (_, at) => `10.0.0.${at}`);
    expect(fold([refusedAccess(many)], added)?.attempts?.from).toHaveLength(NAMED_ADDRESSES);
  });

  test('of a line that was removed meanwhile are no line', () => {
    expect(fold([refusedAccess(['10.0.0.7'])])).toBeNull();
  });
});

test('a refusal says what is so, that nothing was changed, and is a sentence', () => {
  const refusals = [
    setLine([added], wanted({ on: true })),
    removeLine({ ...added, on: true }),
    changed({ address: '0.0.0.0' }),
    changed({ address: '8.8.8.8' }),
    changed({ address: 'cad' }),
    changed({ address: '10.0.0.1', tls: null }),
  ];
  for (const refusal of refusals)
    expect((refusal as Refusal).because).toMatch(/^\S.{20,}\. Nothing was changed\.$/);
});
