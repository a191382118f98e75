import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { ScreenDesk, ScreenLine } from '#shared/board/screen-lines.ts';
import { CENTER_LANGUAGE } from '#shared/unit/language.ts';
import { SCREEN_INFORMANT_LABELS, type ScreenInformant } from '#shared/screen/screen-question.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { EarlierScreens } from './earlier-screens.tsx';
import { ScreenList } from './screen-list.tsx';
import { ScreenQuestion } from './screen-question.tsx';
import { ScreenResult } from './screen-result.tsx';
import { useScreenWalk } from './use-screen-walk.ts';
import { instrumentIn, useWording } from './use-wording.ts';
import './screener.css';

/** The suicide screen: one question at a time, what the answers say, and what was asked before. */
export function Screener({
  view,
  desk,
  caller,
  callerChanged,
  onTheLine,
  canAnswer,
  onAsk,
}: {
  readonly view: IncidentView;
  readonly desk: ScreenDesk;
  /** Who is on the line, as far as somebody wrote it down. */
  readonly caller: ScreenInformant | null;
  /** Somebody else has been on the line since: who answers has to be said anew. */
  readonly callerChanged: boolean;
  readonly onTheLine: boolean;
  /** Also true for a while after the call, for whoever asked the screen. */
  readonly canAnswer: boolean;
  /** Goes to a question of routing. */
  readonly onAsk: (fact: string) => void;
}) {
  const last = desk.screens.at(-1) ?? null;
  /** A finished screen whose answers are put right. */
  const [correcting, setCorrecting] = useState<string | null>(null);
  const asking = last !== null && (last.finished === null || correcting === last.screenId);
  return (
    <section className="screener" aria-label="Suicide screen">
      <NoticeBeside causes={['screen.answer']} />
      {last !== null && asking && canAnswer ? (
        <Asking
          key={`${last.screenId} ${callerChanged}`}
          view={view}
          screen={last}
          answering={callerChanged ? null : (last.informant ?? caller)}
          onAsk={onAsk}
          onFinished={() => setCorrecting(null)}
        />
      ) : (
        <>
          {onTheLine && last?.finished !== null && (
            <Begin view={view} desk={desk} again={last !== null} />
          )}
          {last === null && !onTheLine && <p>Nobody has asked a screen in this call.</p>}
          {last !== null && (
            <Asked
              view={view}
              screen={last}
              onAsk={onTheLine ? onAsk : null}
              onCorrect={canAnswer ? () => setCorrecting(last.screenId) : null}
            />
          )}
        </>
      )}
      <EarlierScreens screens={desk.screens.slice(0, -1)} />
    </section>
  );
}

function Begin({
  view: { incidentId },
  desk,
  again,
}: {
  readonly view: IncidentView;
  readonly desk: ScreenDesk;
  readonly again: boolean;
}) {
  const begin = useCommand('screen.begin');
  const wording = useWording(desk.inForce);
  const give = () => void begin.give({ incidentId });
  useActions({ 'screener.next-step': give });
  const instrument = instrumentIn(wording);
  return (
    <div className="screener-begin">
      {instrument !== null ? (
        <p className="field-hint" dir="auto">
          {instrument.title}
          {instrument.code !== null && ` · ${instrument.code}`}
        </p>
      ) : (
        desk.inForce === null && (
          <p className="screen-unworded">
            <strong>Wording not installed.</strong> Ask as trained: here stands only what each
            question is about. A supervisor installs it with g n.
          </p>
        )
      )}
      <Button
        tone={again ? 'plain' : 'primary'}
        keys="Shift+Enter"
        aria-disabled={begin.busy}
        onClick={give}
      >
        {again ? 'Screen again' : 'Begin the screen'}
      </Button>
      <Refused refusal={begin.refusal} />
    </div>
  );
}

function Asking({
  view,
  screen,
  answering,
  onAsk,
  onFinished,
}: {
  readonly view: IncidentView;
  readonly screen: ScreenLine;
  /** Who is known to be answering. */
  readonly answering: ScreenInformant | null;
  readonly onAsk: (fact: string) => void;
  readonly onFinished: () => void;
}) {
  const { incidentId, language } = view;
  const { screenId, answers } = screen;
  const wording = useWording(screen.instrument);
  const walk = useScreenWalk(incidentId, screen, instrumentIn(wording), answering);
  const finish = useCommand('screen.finish');
  const { current, open, informant } = walk;
  const given = Object.keys(answers).length;

  async function end() {
    if ((await finish.give({ incidentId, screenId })) !== null) onFinished();
  }
  useActions({
    'facts.yes': () => walk.answer('yes'),
    'facts.no': () => walk.answer('no'),
    'facts.unknown': () => walk.answer('unable'),
    'screener.refused': () => walk.answer('refused'),
    'phone.next-question': walk.toNext,
    'phone.last-question': walk.toLast,
    'facts.said-by': walk.otherInformant,
    'screener.next-step': () => void end(),
  });

  return (
    <>
      <header className="screener-head">
        <h3>
          {open.length === 0 ? 'Everything was asked' : `${given} answered, ${open.length} to ask`}
        </h3>
        <Button
          tone={informant === null ? 'primary' : 'quiet'}
          keys="w"
          onClick={walk.otherInformant}
        >
          {informant === null
            ? 'Who is answering?'
            : `Answering: ${SCREEN_INFORMANT_LABELS[informant]}`}
        </Button>
      </header>
      {current !== null && (
        <ScreenQuestion
          role={current}
          wording={wording}
          language={language === null ? CENTER_LANGUAGE : language.language}
          given={answers[current]}
          onAnswer={walk.answer}
        />
      )}
      {given > 0 && <ScreenResult view={view} screen={screen} onAsk={onAsk} />}
      <Refused refusal={finish.refusal} />
      <div className="button-row">
        <Button
          tone={open.length === 0 ? 'primary' : 'quiet'}
          keys="Shift+Enter"
          aria-disabled={finish.busy}
          onClick={() => void end()}
        >
          {open.length === 0 ? 'Finish the screen' : 'Stop here: not everything was asked'}
        </Button>
      </div>
      <ScreenList screen={screen} wording={wording} current={current} onChoose={walk.go} />
    </>
  );
}

function Asked({
  view,
  screen,
  onAsk,
  onCorrect,
}: {
  readonly view: IncidentView;
  readonly screen: ScreenLine;
  readonly onAsk: ((fact: string) => void) | null;
  readonly onCorrect: (() => void) | null;
}) {
  const wording = useWording(screen.instrument);
  return (
    <>
      <ScreenResult view={view} screen={screen} onAsk={onAsk} />
      <ScreenList screen={screen} wording={wording} current={null} onChoose={null} />
      {onCorrect !== null && (
        <Button tone="quiet" onClick={onCorrect}>
          Correct an answer
        </Button>
      )}
    </>
  );
}

/** What the tab of the screener says beside its name. */
export function saysOfScreens({ screens }: ScreenDesk): string | null {
  const last = screens.at(-1);
  if (last === undefined) return null;
  if (last.result.kind === 'established' && last.result.severity === 'high') return '▲ high';
  if (last.finished === null) return 'under way';
  return last.result.kind === 'established' ? last.result.severity : 'not established';
}
