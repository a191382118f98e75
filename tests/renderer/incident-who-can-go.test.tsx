import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RankedResponse, RecommendationView } from '#shared/board/incident-view.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { Facts } from '#renderer/incident/facts.tsx';
import { reachText } from '#renderer/incident/fact-reach.ts';
import { Recommendation } from '#renderer/incident/recommendation.tsx';
import { atTheConsole, fact, POLICY, ranked, view } from './sheets-fixtures.ts';

atTheConsole();

const busy = { team: 'Behavioral-health team', text: 'Busy: on scene' };
const closed = { team: 'Behavioral-health team', text: 'Outside its hours' };
const nobody = ranked('behavioral-health', { shortfalls: [busy, closed] });
const instead = (more: Partial<RankedResponse> = {}) =>
  ranked('co-response', { standing: 'fallback', ...more });

function show(more: Partial<RecommendationView>) {
  const shown = view({
    phase: 'intake',
    needsDecision: true,
    options: POLICY.responses.map(({ id, label, who, level }) => ({
      id,
      label,
      who,
      level,
      direction: 'same',
      recommended: false,
      barred: null,
      needsReason: true,
      needsSecondPerson: false,
      needsUnservedReason: null,
    })),
    recommendation: { ...view().recommendation, ...more },
  });
  return render(<Recommendation view={shown} />);
}

const card = () => screen.getByRole('region', { name: 'Recommendation' });
const details = () => card().querySelector('details')!;

/** The summary's own press, which happy-dom carries out without telling. */
function open() {
  details().open = true;
  act(() => void fireEvent(details(), new Event('toggle')));
}

describe('who can go this minute', () => {
  test('the recommended one: a word and a sign, and no line more than that', () => {
    show({ ranked: [ranked('behavioral-health')], goesNow: 'behavioral-health' });
    expect(within(card()).getByText(/can go now/).textContent).toBe('✓ can go now');
    expect(card().textContent).not.toMatch(/Nobody|Instead/);
  });

  test('free but held back until something is asked is another word, and no line more either', () => {
    const barred = 'Ask first: “Weapon in hand” has not been asked.';
    show({ ranked: [ranked('behavioral-health', { barred })], goesNow: null });
    expect(card().textContent).toContain('◌ free, may not go yet');
    expect(card().textContent).not.toMatch(/Nobody|Instead|can go now/);
  });

  test('nobody free: what stands against it, each once, and who goes instead with the keys to it', () => {
    const shortfalls = [busy, closed, busy];
    show({
      ranked: [ranked('behavioral-health', { shortfalls }), instead()],
      goesNow: 'co-response',
    });
    expect(card().textContent).toContain('Nobody free: Busy: on scene · Outside its hours');
    const line = within(card()).getByText(/Instead:/);
    expect(line.textContent).toContain('Instead: Co-response ambulance ✓ can go now');
    const digit = POLICY.responses.findIndex(({ id }) => id === 'co-response') + 1;
    expect([...line.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
      'o',
      String(digit),
    ]);
  });

  test('of several teams each says its own', () => {
    const shortfalls = [
      { team: 'CIT police', text: 'Busy: en route' },
      { team: 'EMS ambulance', text: 'Off duty' },
    ];
    show({ ranked: [ranked('police-ems', { shortfalls })], goesNow: null });
    expect(card().textContent).toContain('CIT police: Busy: en route; EMS ambulance: Off duty');
  });

  test('nobody at all: hold, or the radio', () => {
    show({ ranked: [nobody, instead({ shortfalls: [busy] })], goesNow: null });
    expect(card().textContent).toMatch(/Nobody else is free: hold h, or call the zone by radio/);
  });

  test('somebody free who may not go yet is named with the reason, never as one who can go', () => {
    const barred = 'An unarmed team may not go: a weapon is in hand.';
    show({ ranked: [nobody, instead({ barred })], goesNow: null });
    expect(card().textContent).toContain(`Co-response ambulance is free. ${barred}`);
    expect(card().textContent).not.toMatch(/can go now|by radio/);
  });
});

describe('every way to answer', () => {
  test('is in the page only when somebody asks for it', () => {
    show({ ranked: [nobody, instead()], goesNow: 'co-response' });
    expect(details().querySelector('ol')).toBeNull();
    expect(details().querySelector('summary')?.textContent).toContain('in order: 2');
  });

  test('stands in order with standing, shortfalls, rule, sentence and source', () => {
    const why = {
      rule: 'FALLBACK-behavioral-health',
      because: 'When no team can go.',
      source: 'X',
    };
    show({ ranked: [nobody, instead({ reasons: [why] })], goesNow: 'co-response' });
    open();
    const [first, second] = details().querySelectorAll<HTMLElement>('ol > li');
    expect(first?.textContent).toMatch(/Behavioral-health team.*recommended.*nobody free/);
    expect(first?.textContent).toContain('Busy: on scene · Outside its hours');
    expect(second?.textContent).toMatch(/Co-response ambulance.*instead.*✓ can go now/);
    expect(second?.textContent).toContain('When no team can go.');
    const rule = within(second!).getByRole('button', { name: 'FALLBACK-behavioral-health' });
    const source = document.getElementById(rule.getAttribute('aria-describedby') ?? '');
    expect(source?.textContent).toContain('X');
  });
});

describe('what an answer can lead to', () => {
  test('stands in the open question beside the why', () => {
    const facts = [fact('weapon-in-hand'), fact('weapon-nearby')];
    render(<Facts view={view({ facts })} />);
    const open = screen.getByRole('group', { name: /Weapon in hand/ });
    expect(open.textContent).toContain('can lead to L3, L4');
    expect(screen.getByRole('group', { name: /within reach/ }).textContent).not.toContain(
      'lead to',
    );
  });

  test('names EMS where an answer sends it', () => {
    expect(reachText(POLICY, 'not-breathing')).toMatch(/· EMS$|to EMS$/);
    expect(reachText(POLICY, 'weapon-in-hand')).not.toContain('EMS');
  });

  test('is worked out once for a policy, and says nothing of a fact that decides nothing', () => {
    let read = 0;
    const policy: Policy = {
      ...POLICY,
      get gates() {
        read += 1;
        return POLICY.gates;
      },
    };
    const ids = POLICY.facts.map(({ id }) => reachText(policy, id));
    expect(ids.every((text) => text === null || text.startsWith('can lead to '))).toBe(true);
    expect(read).toBe(1);
    expect(reachText({ ...POLICY, gates: [] }, 'weapon-in-hand')).toBeNull();
    expect(reachText(null, 'weapon-in-hand')).toBeNull();
  });

  test('follows a policy that comes in force', () => {
    const facts = [fact('weapon-in-hand')];
    render(<Facts view={view({ facts })} />);
    act(() => deskStore.setState({ policy: { ...POLICY, gates: [] } }));
    expect(screen.getByRole('group', { name: /Weapon in hand/ }).textContent).not.toContain('lead');
  });
});
