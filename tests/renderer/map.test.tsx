import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ago,
  atTheConsole,
  row,
  showBoard,
  sitDown,
  unit,
  SAM,
  type FakeMain,
} from './sheets-fixtures.ts';
import { giveSizes, patch, settled } from './fake-feed.ts';
import { showPatch } from '#renderer/desk/board-store.ts';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { useKeymap } from '#renderer/keys/use-keymap.ts';
import { useWindowKeys } from '#renderer/keys/window-keys.ts';
import { MapHome } from '#renderer/map/map-home.tsx';
import { mapStore } from '#renderer/map/map-store.ts';
import { parseCommand } from '#renderer/keys/command-line-parse.ts';
import { runCommand } from '#renderer/keys/command-line-run.ts';
import type { AreaPicture } from '#shared/place/area-examination.ts';

const bench = atTheConsole();
let main: FakeMain;
beforeEach(() => {
  main = bench.main;
  giveSizes(1600);
  mapStore.setState(mapStore.getInitialState(), true);
  deskStore.setState({ screen: 'map' });
});

const tile = (west: number, south: number): AreaPicture['shapes'][number]['polygons'] => [
  [
    [
      [west, south],
      [west + 0.05, south],
      [west + 0.05, south + 0.03],
      [west, south + 0.03],
      [west, south],
    ],
  ],
];
const PICTURE: AreaPicture = {
  hash: 'a'.repeat(64),
  source: 'Invented tiles',
  schematic: true,
  shapes: [
    {
      name: 'Uptown',
      areaId: 'uptown',
      zone: 'North',
      label: [-87.665, 41.975],
      polygons: tile(-87.69, 41.96),
    },
    {
      name: 'Chatham',
      areaId: 'chatham',
      zone: 'South',
      label: [-87.665, 41.945],
      polygons: tile(-87.69, 41.93),
    },
    {
      name: 'Harbor',
      areaId: null,
      zone: null,
      label: [-87.615, 41.945],
      polygons: tile(-87.64, 41.93),
    },
  ],
};
const POINT = { lat: 41.97, lon: -87.66, source: 'map' } as const;
const INCIDENTS = [
  row(1, { areaId: 'uptown', area: 'Uptown', position: POINT, level: 'L3' }),
  row(2, { areaId: 'chatham', area: 'Chatham', level: 'L1' }),
  row(3, { areaId: null, area: null }),
];
const UNITS = [
  unit('M2', {
    whereabouts: {
      position: { lat: 41.965, lon: -87.68 },
      areaId: 'uptown',
      source: 'radio',
      at: ago(250),
      area: 'Uptown',
      standing: 'in-other-zone',
    },
  }),
  unit('M9'),
];

function Desk() {
  useKeymap();
  useWindowKeys();
  return <MapHome />;
}

async function open(picture: AreaPicture | null = PICTURE, incidents = INCIDENTS, units = UNITS) {
  main.answer('areas.picture', { ok: true, value: picture });
  const uptown = { ok: true, value: { name: 'Uptown', areaId: 'uptown' } } as const;
  main.answer('areas.at', uptown, uptown, uptown);
  showBoard(units, incidents);
  render(<Desk />);
  await settled();
}

async function press(...keys: string[]) {
  for (const key of keys) {
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
    const on = document.activeElement ?? document.body;
    await act(async () => void fireEvent.keyDown(on, { key, code }));
    await settled();
  }
}

const list = () => screen.getByRole('listbox', { name: /Areas/ });
const chosen = () => within(list()).getByRole('option', { selected: true }).textContent;

describe('the list', () => {
  test('says all that is on the map, how it is known, and what nobody can place', async () => {
    await open();
    const said = within(list())
      .getAllByRole('option')
      .map((each) => each.textContent?.replace(/\s+/g, ' '));
    expect(said.find((text) => text?.startsWith('Uptown'))).toMatch(/North.*1 open.*1 free/);
    expect(said.find((text) => text?.includes('M2'))).toMatch(
      /• not its zone, by radio, 4 min ago/,
    );
    expect(said.filter((text) => text?.includes('somewhere here'))).toHaveLength(1);
    const unknown = said.findIndex((text) => text?.startsWith('Place not known'));
    expect(said.slice(unknown + 1).join(' ')).toMatch(/not on the map.*M9.*never reported/);
    expect(screen.getByText(/at a point/).textContent).toBe(
      '2 at a point · 1 in an area · 2 unknown',
    );
  });

  test('j and k walk it, and Enter opens the incident where incidents are worked on', async () => {
    await open();
    expect(document.activeElement).toBe(list());
    await press('j', 'j');
    expect(chosen()).toContain('Mental');
    await press('k');
    expect(chosen()).toContain('Uptown');
    await press('j', 'Enter');
    expect(deskStore.getState()).toMatchObject({
      screen: 'dispatch',
      pane: 'incident',
      selection: { kind: 'incident', id: 'incident-1' },
    });
  });
});

describe('the picture', () => {
  test('draws every area, signs for points, a badge for what is somewhere, and says that the list has it all', async () => {
    await open();
    const picture = screen.getByRole('img', {
      name: 'Schematic map of 2 areas. Everything on it stands in the list.',
    });
    expect(picture.querySelectorAll('.map-border')).toHaveLength(3);
    const signs = (exact: boolean) =>
      [...picture.querySelectorAll(`.map-mark[data-exact='${exact}']`)].map(
        (each) => each.textContent,
      );
    expect(signs(true)).toEqual(['1', 'M2']);
    expect(signs(false)).toEqual(['2']);
    expect(picture.querySelectorAll('.map-hatch')).toHaveLength(1);
    expect(picture.textContent).toMatch(/NORTH.*SOUTH/);
    expect(picture.textContent).not.toContain('M9');
  });

  test('zooms, moves and fits by key, and a sign that is pressed is chosen in the list', async () => {
    await open();
    const scale = () => {
      const { view } = mapStore.getState();
      return view === null || view === 'all' ? view : view.scale;
    };
    expect(scale()).toBeNull();
    await press('+');
    const closer = scale();
    await press('-');
    expect(scale()).toBeLessThan(closer as number);
    await press('f');
    expect(scale()).toBe('all');
    await press('f');
    expect(scale()).toBeNull();
    const sign = [...document.querySelectorAll('.map-mark')].find(
      (each) => each.textContent === 'M2',
    )!;
    await act(async () => void fireEvent.click(sign));
    expect(chosen()).toContain('M2');
  });
});

describe('while changes stream in', () => {
  test('only what changed is drawn again', async () => {
    await open();
    const drawn = () => [
      ...document.querySelectorAll('.map-area, .map-mark, .map-label, .map-slot'),
    ];
    const before = drawn();
    const changed: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        changed.push(
          (target.parentElement ?? (target as Element)).closest('[class]')!.textContent!,
        );
    });
    observer.observe(screen.getByRole('main'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const change = async (revision: number, more: Partial<IncidentRow>) => {
      const incidents = [{ ...INCIDENTS[1]!, ...more }];
      await act(async () => void showPatch(patch(revision - 1, revision, { incidents })));
      await settled();
    };
    await change(2, { address: 'Another St' });
    expect(new Set(changed)).toEqual(new Set(['Another St◌ somewhere here']));
    expect(drawn()).toEqual(before);
    observer.disconnect();
    await change(3, { level: 'L4' });
    const signs = [...document.querySelectorAll('.map-mark')];
    expect(signs.filter((each) => before.includes(each))).toHaveLength(3);
    expect(signs.some((each) => each.querySelector('[data-level=L4]') !== null)).toBe(true);
  });
});

describe('what is chosen', () => {
  test('is drawn over the others by its own name, and they are not drawn again', async () => {
    await open();
    const marks = () => [...document.querySelectorAll('.map-mark:not([data-chosen=true])')];
    const before = marks();
    await press('j', 'j');
    expect(document.querySelector('.map-chosen')?.textContent).toBe('1');
    expect(marks()).toEqual(before);
    await press('k');
    expect(document.querySelector('.map-chosen-area')).toBeTruthy();
    expect(document.querySelector('.map-mark[data-chosen=true]')).toBeNull();
  });

  test('a sign of several goes on to the next at every press', async () => {
    const here = { areaId: 'uptown', area: 'Uptown', position: POINT, level: 'L1' } as const;
    await open(PICTURE, [...INCIDENTS, row(11, here), row(12, here)]);
    const sign = [...document.querySelectorAll('.map-mark')].find((each) =>
      each.textContent?.includes('+1'),
    )!;
    await act(async () => void fireEvent.click(sign));
    const first = chosen();
    await act(async () => void fireEvent.click(sign));
    expect(chosen()).not.toBe(first);
  });
});

describe('outside every area', () => {
  test('is said in words of an incident and of a unit', async () => {
    const outside = { areaId: null, area: null, position: { ...POINT, lat: 41.94, lon: -87.615 } };
    const whereabouts = { ...outside, source: 'radio', at: ago(250), standing: 'unknown' } as const;
    await open(PICTURE, [row(21, outside)], [unit('M30', { whereabouts })]);
    const said = within(list()).getAllByRole('option');
    for (const sign of ['21Mental', 'M30'])
      expect(said.find(({ textContent }) => textContent?.includes(sign))?.textContent).toContain(
        'Outside the areas',
      );
  });
});

describe('setting a point', () => {
  test('takes two steps, names the area, and gives main the point under the cross', async () => {
    await open();
    main.answer('incident.set-position', { ok: true, value: { seq: 9 } });
    await press('j', 'j', 'e');
    expect(screen.getByText('Where is Incident 1?')).toBeTruthy();
    await press('Enter');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(/^Incident 1 at 41\.9.*, in Uptown\?/),
    );
    expect(main.inputsOf('incident.set-position')).toEqual([]);
    await press('Enter');
    expect(main.inputsOf('incident.set-position')).toMatchObject([
      {
        incidentId: 'incident-1',
        source: 'map',
        otherArea: 'ask',
        position: { lat: 41.97, lon: -87.66 },
      },
    ]);
    expect(mapStore.getState().placing).toBeNull();
  });

  test('asks when the point lies in another area, and does what it is told', async () => {
    await open();
    main.answer('incident.set-position', {
      ok: false,
      refused: 'other-area',
      because: 'The point lies in Chatham, and incident 1 was set in Uptown. Say which is right.',
    });
    await press('j', 'j', 'e', 'Enter', 'Enter');
    expect(screen.getByText(/Say which is right/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Keep Uptown/ })).toBeTruthy();
    await press('Enter');
    expect(main.inputsOf('incident.set-position')).toHaveLength(1);
    await press('2');
    expect(main.inputsOf('incident.set-position').at(-1)).toMatchObject({ otherArea: 'take' });
  });

  test('Escape goes back a step at a time and sets nothing', async () => {
    await open();
    await press('j', 'j', 'e', 'Enter', 'Escape');
    expect(screen.getByText('Where is Incident 1?')).toBeTruthy();
    await press('Escape');
    expect(screen.queryByText('Where is Incident 1?')).toBeNull();
    expect(main.inputsOf('incident.set-position')).toEqual([]);
  });

  test('a unit is set by the same keys, and an area is none', async () => {
    await open();
    main.answer('unit.report-position', { ok: true, value: { seq: 9 } });
    await press('j', 'e');
    expect(mapStore.getState().placing).toBeNull();
    await press('j', 'j', 'e', 'Enter', 'Enter');
    expect(main.inputsOf('unit.report-position')).toMatchObject([{ unitId: 'M2', source: 'map' }]);
  });
});

describe('without a map', () => {
  test('the list works, and who may not import is told who may', async () => {
    await open(null);
    expect(screen.getByText('No map of the areas yet.')).toBeTruthy();
    expect(screen.getByText(/supervisor or an administrator imports it/)).toBeTruthy();
    expect(within(list()).getAllByRole('option').length).toBeGreaterThan(13);
    await press('i');
    expect(deskStore.getState().sheet).toBeNull();
  });

  test('a supervisor imports one', async () => {
    sitDown(SAM);
    await open(null);
    await press('i');
    expect(deskStore.getState().sheet).toBe('areas');
  });
});

describe('the command line', () => {
  const typed = (line: string) => runCommand(parseCommand(line));

  test('sets a unit at a point or in an area, whatever the case', async () => {
    showBoard(UNITS, INCIDENTS);
    main.answer('unit.report-position', { ok: true, value: { seq: 9 } });
    expect(await typed('at m2 41.97 -87.66')).toBeNull();
    expect(await typed('at M2 41.97, -87.66')).toBeNull();
    expect(await typed('at M2 uptown')).toBeNull();
    expect(await typed('at M2 west gar')).toBeNull();
    const point = {
      spot: { position: { lat: 41.97, lon: -87.66 } },
      unitId: 'M2',
      source: 'typed',
    };
    expect(main.inputsOf('unit.report-position')).toEqual([
      point,
      point,
      { spot: { areaId: 'uptown' }, unitId: 'M2', source: 'typed' },
      { spot: { areaId: 'west-garfield-park' }, unitId: 'M2', source: 'typed' },
    ]);
  });

  test('sets the point of an incident, and goes to the map when somebody has to say which area', async () => {
    showBoard(UNITS, INCIDENTS);
    main.answer('incident.set-position', { ok: false, refused: 'other-area', because: 'Another.' });
    expect(await typed('at 1 41.94 -87.66')).toBeNull();
    expect(deskStore.getState().screen).toBe('map');
    expect(mapStore.getState().placing).toEqual({
      kind: 'incident',
      id: 'incident-1',
      point: { lat: 41.94, lon: -87.66 },
    });
  });

  test.each([
    ['at', /Something is missing\. It goes: at UNIT LATITUDE LONGITUDE/],
    ['at M2', /Something is missing/],
    ['at M2 41.97', /two numbers/],
    ['at M2 -87.66 41.97 3', /two numbers/],
    ['at M2 -97.66 41.97', /latitude comes first/],
    ['at M2 1170000 1900000', /-90 to 90/],
    ['at 1 uptown', /An incident needs a point/],
    ['at 99 41.97 -87.66', /no open incident 99/],
    ['at M2 atlantis', /There is no area “atlantis”/],
    ['at M2 west', /There is no area “west”, or more than one/],
  ])('%s is answered with what is wrong', async (line, says) => {
    showBoard(UNITS, INCIDENTS);
    expect(await typed(line)).toMatch(says);
    expect(main.asked).toEqual([]);
  });
});
