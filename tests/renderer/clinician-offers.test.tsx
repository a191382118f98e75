import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { ClinicianRow, OfferRow } from '#shared/board/offer-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Availability } from '#shared/phone/clinician.ts';
import { freshOffer, type OfferedPhone } from '#shared/phone/offer.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { ClinicianHome } from '#renderer/clinician/clinician-home.tsx';
import { showPatch } from '#renderer/desk/board-store.ts';
import { deskStore } from '#renderer/desk/desk-store.ts';
import { OfferBanner } from '#renderer/incident/offer-banner.tsx';
import { nextStepOf } from '#renderer/incident/next-step.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { AvailabilitySheet } from '#renderer/sheets/availability-sheet.tsx';
import { FreeForPhone, MyStanding } from '#renderer/strip/phone-standing.tsx';
import { patch } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  I12,
  IMANI,
  inFocus,
  row,
  showBoard,
  view,
} from './sheets-fixtures.ts';

const bench = atTheConsole(CLEO);

function clinician(
  { operatorId, name }: Operator,
  availability: Availability = 'ready',
  more: Partial<ClinicianRow> = {},
): ClinicianRow {
  return {
    operatorId,
    name,
    availability,
    reason: null,
    since: ago(600),
    languages: [],
    until: null,
    ...more,
  };
}

function present(...clinicians: ClinicianRow[]) {
  act(() => void showPatch(patch(1, 1, { clinicians })));
}

const offer = (more: Partial<OfferRow> = {}): OfferRow => ({
  asks: 'one',
  clinician: CLEO.operatorId,
  from: ago(10),
  until: ago(-20),
  declined: [],
  ...more,
});
const waits = (more: Partial<OfferRow> = {}): Partial<IncidentRow> => ({
  phone: 'offered',
  offer: offer(more),
});
const talks = { phone: 'with-clinician', clinician: CLEO.operatorId } as const;
const follows = {
  to988At: '2026-03-03T20:02:00.000Z',
  fallbackAt: null,
  fallback: { id: 'behavioral-health', label: 'Behavioral-health team' },
  dial988: 'tel:988',
};

function askedView(asked: OfferedPhone['asked'], more: Partial<IncidentView> = {}): IncidentView {
  return view({ phone: { ...freshOffer(ago(10)), asked }, offer: follows, ...more });
}
const askedMe = askedView({
  who: 'one',
  clinician: CLEO.operatorId,
  from: ago(10),
  until: ago(-20),
});

function home(rows: readonly IncidentRow[], ...clinicians: ClinicianRow[]) {
  showBoard([], rows);
  present(...clinicians);
  render(<ClinicianHome />);
}
async function act_(id: string) {
  await act(async () => void runAction(id));
}
function listed(name: string) {
  return within(screen.getByRole('group', { name }))
    .queryAllByRole('option')
    .map((option) => option.textContent ?? '');
}

describe('my work', () => {
  test('what is offered to me, mine of capacity, and what others are asked', () => {
    home(
      [
        row(1, talks),
        row(2, waits()),
        row(3, waits({ clinician: IMANI.operatorId })),
        row(4, waits({ asks: 'all', clinician: null })),
        row(5, waits({ asks: '988', clinician: null })),
      ],
      clinician(CLEO),
      clinician(IMANI),
    );
    expect(listed('Offered to me').map((text) => /incident (\d)/.exec(text)?.[1])).toEqual([
      '2',
      '4',
    ]);
    expect(listed('Offered to me').join()).toContain('Asking you');
    const mine = screen.getByRole('group', { name: 'My calls' });
    expect(mine.textContent).toContain('1 of 2');
    expect(listed('Waiting for somebody').join()).toMatch(/Asking Imani.*Hand to 988/);
  });

  test('what rings at all does not ring at who is on a break or said no', () => {
    home(
      [row(4, waits({ asks: 'all', clinician: null }))],
      clinician(CLEO, 'break'),
      clinician(IMANI),
    );
    expect(listed('Offered to me')).toEqual([]);
    present(clinician(CLEO), clinician(IMANI));
    expect(listed('Offered to me')).toHaveLength(1);
  });

  test('empty lists say what will stand there', () => {
    home([], clinician(CLEO));
    expect(screen.getByText(/Enter takes it, Backspace says no/)).toBeTruthy();
    expect(screen.getByText(/Nobody else waits/)).toBeTruthy();
    expect(screen.getByText(/h says whether you are there for calls/)).toBeTruthy();
  });

  test('a call offered to me is looked at when nobody is in hand, and not otherwise', async () => {
    home([row(1, talks), row(7)], clinician(CLEO));
    expect(deskStore.getState().selection?.id).toBe('incident-1');
    act(() => void showPatch(patch(1, 2, { incidents: [row(2, waits())], clinicians: null })));
    expect(deskStore.getState().selection?.id).toBe('incident-1');
    act(() => deskStore.setState({ selection: { kind: 'incident', id: 'incident-7' } }));
    act(() => void showPatch(patch(2, 3, { incidents: [row(2)] })));
    act(() => void showPatch(patch(3, 4, { incidents: [row(2, waits())] })));
    await waitFor(() => expect(deskStore.getState().selection?.id).toBe('incident-2'));
  });
});

describe('an offer to me', () => {
  test('says how long, what follows, and takes it with Enter', async () => {
    home([row(12, waits())], clinician(CLEO), clinician(IMANI));
    inFocus(askedMe);
    const card = screen.getByRole('region', { name: 'A call for you' });
    expect(card.textContent).toContain('This call is offered to you.');
    expect(card.textContent).toContain('the next clinician is asked');
    expect(card.textContent).toMatch(/988 takes over at 14:02:00/);
    await act_('phone.enter');
    expect(bench.main.inputsOf('phone.take')).toEqual([{ incidentId: I12 }]);
  });

  test('whoever was quicker is named beside the key', async () => {
    home([row(12, waits())], clinician(CLEO), clinician(IMANI));
    inFocus(askedMe);
    bench.main.refuse('phone.take', 'Imani Okafor has had the call of incident 12 since 14:00:31.');
    await act_('phone.enter');
    expect(screen.getByText(/Imani Okafor has had the call/)).toBeTruthy();
  });

  test('Backspace and a digit say no; another reason can be written', async () => {
    home([row(12, waits())], clinician(CLEO), clinician(IMANI));
    inFocus(askedMe);
    await act_('phone.back');
    const first = screen.getByRole('button', { name: /On the line with somebody/ });
    expect(document.activeElement).toBe(first);
    await act(async () => void fireEvent.keyDown(first, { key: '2', code: 'Digit2' }));
    expect(bench.main.inputsOf('phone.decline')).toEqual([
      { incidentId: I12, reason: 'Writing up the last call' },
    ]);
    const field = screen.getByRole('textbox', { name: /Or another reason/ });
    fireEvent.change(field, { target: { value: 'My voice is gone.' } });
    await act(async () => void fireEvent.submit(field));
    expect(bench.main.inputsOf('phone.decline')[1]).toEqual({
      incidentId: I12,
      reason: 'My voice is gone.',
    });
    await act_('escape');
    expect(screen.getByRole('button', { name: /Take the call/ })).toBeTruthy();
  });

  test('beyond the calls the center gives one, it is said, and still possible', async () => {
    const many = [row(1, talks), row(2, talks), row(12, waits({ clinician: IMANI.operatorId }))];
    home(many, clinician(CLEO), clinician(IMANI));
    inFocus(askedView({ who: 'one', clinician: IMANI.operatorId, from: ago(10), until: ago(-20) }));
    expect(screen.getByText(/You have 2 of 2 calls/)).toBeTruthy();
    expect(screen.getByText(/Asking Imani/, { selector: '.call-now-why' })).toBeTruthy();
    await act_('phone.enter');
    expect(bench.main.inputsOf('phone.take')).toHaveLength(1);
  });
});

describe('dispatch', () => {
  function banner(asked: OfferedPhone['asked'], more: Partial<OfferRow>, passed = ''): string {
    showBoard([], [row(12, waits(more))]);
    present(clinician(CLEO), clinician(IMANI));
    const shown = askedView(asked);
    const phone: OfferedPhone = {
      ...(shown.phone as OfferedPhone),
      passed:
        passed === ''
          ? []
          : [{ clinician: IMANI.operatorId, how: 'declined', reason: passed, at: ago(5) }],
    };
    const asks988 = asked.who === '988';
    render(
      <OfferBanner
        view={{
          ...shown,
          phone,
          offer: { ...follows, fallbackAt: asks988 ? '2026-03-03T20:03:30.000Z' : null },
        }}
      />,
    );
    return document.body.textContent ?? '';
  }

  test('sees who is asked, who said no, and when it goes to 988', () => {
    const asked = {
      who: 'one',
      clinician: CLEO.operatorId,
      from: ago(10),
      until: ago(-20),
    } as const;
    const text = banner(asked, {}, 'On another line');
    expect(text).toContain(`Asking ${CLEO.name}.`);
    expect(text).toContain('said no: On another line');
    expect(text).toContain('988 takes over at 14:02:00');
  });

  test('hands it to 988, and says what they answered', async () => {
    const from = ago(10);
    const text = banner({ who: '988', from }, { asks: '988', clinician: null });
    expect(text).toContain('Hand it to 988: the packet is ready.');
    expect(text).toContain('Behavioral-health team');
    fireEvent.click(screen.getByRole('button', { name: /Dial 988/ }));
    fireEvent.click(screen.getByRole('button', { name: /988 took it/ }));
    fireEvent.click(screen.getByRole('button', { name: /988 did not/ }));
    expect(bench.main.inputsOf('phone.dial')).toEqual([{ number: 'tel:988' }]);
    expect(bench.main.inputsOf('phone.answer-988')).toEqual([
      { incidentId: I12, accepted: true },
      { incidentId: I12, accepted: false },
    ]);
  });

  test('after nobody took it Enter sends the fallback, unless the answers ask for as much', () => {
    const option = {
      id: 'behavioral-health',
      label: 'Behavioral-health team',
      who: 'Paramedic and clinician',
      level: 'L2',
      direction: 'up',
      recommended: false,
      barred: null,
      needsReason: false,
      needsSecondPerson: false,
      needsUnservedReason: null,
    } as const;
    const untaken = view({
      phone: { state: 'untaken', since: ago(5), fallback: 'behavioral-health' },
      offer: follows,
      needsDecision: true,
      options: [option],
    });
    const phone = {
      ...untaken.recommendation,
      level: 'L1',
      responseId: 'clinician-phone',
    } as const;
    expect(nextStepOf({ ...untaken, recommendation: phone })).toEqual({
      does: 'accept',
      label: 'Behavioral-health team',
      instead: 'behavioral-health',
    });
    expect(nextStepOf(untaken)).not.toHaveProperty('instead');
    const barred = { ...option, barred: 'Ask first.' };
    expect(nextStepOf({ ...untaken, recommendation: phone, options: [barred] })).not.toHaveProperty(
      'instead',
    );
  });
});

describe('availability', () => {
  test('stands on the strip: what I said, or that I am on a call', () => {
    showBoard([], [row(1, talks)]);
    present(clinician(CLEO));
    const { rerender } = render(<MyStanding />);
    expect(screen.getByRole('button').textContent).toBe('On a call1 of 2 calls');
    present(clinician(CLEO, 'wrapping-up', { until: '2026-03-03T20:05:00.000Z' }));
    rerender(<MyStanding />);
    expect(screen.getByRole('button').textContent).toBe('Writing upready at 14:05');
    fireEvent.click(screen.getByRole('button'));
    expect(deskStore.getState().sheet).toBe('availability');
  });

  test('everybody else sees how many could be asked', () => {
    showBoard([], [row(1, talks), row(2, talks)]);
    present(clinician(CLEO), clinician(IMANI, 'break'));
    render(<FreeForPhone />);
    expect(document.body.textContent).toBe('0 of 2 ◆ nobody');
    present(clinician(CLEO), clinician(IMANI));
    expect(document.body.textContent).toBe('1 of 2');
  });

  test('is said with a digit, a reason and the languages', async () => {
    showBoard([]);
    present(clinician(CLEO, 'ready', { languages: ['pl'] }));
    render(<AvailabilitySheet />);
    const why = screen.getByRole('textbox', { name: /Why/ });
    fireEvent.change(why, { target: { value: 'Lunch' } });
    const first = screen.getByRole('button', { name: /Ready/ });
    await act(async () => void fireEvent.keyDown(first, { key: '3', code: 'Digit3' }));
    expect(bench.main.inputsOf('operator.set-availability')).toEqual([
      { availability: 'break', reason: 'Lunch' },
    ]);
    const speaks = screen.getByRole('textbox', { name: /You also speak/ }) as HTMLInputElement;
    expect(speaks.value).toBe('Polish');
    fireEvent.change(speaks, { target: { value: 'Polish, Spanish' } });
    await act(async () => void fireEvent.submit(speaks));
    expect(bench.main.inputsOf('operator.note-languages')).toEqual([{ languages: ['pl', 'es'] }]);
    fireEvent.change(speaks, { target: { value: 'Klingonish' } });
    await act(async () => void fireEvent.submit(speaks));
    expect(screen.getByText(/“Klingonish” is no language/)).toBeTruthy();
  });
});
