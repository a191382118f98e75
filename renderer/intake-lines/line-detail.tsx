import type { IntakeLineView } from '#shared/board/intake-lines-view.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { KIND_LABELS, when, workWords } from './line-words.ts';

/** Everything about the chosen line, and what is done with it. */
export function LineDetail({
  line,
  onSwitch,
  onChange,
  onToken,
  onRemove,
}: {
  readonly line: IntakeLineView;
  readonly onSwitch: () => void;
  readonly onChange: () => void;
  readonly onToken: () => void;
  readonly onRemove: () => void;
}) {
  const { on, setting, setAt, setByName, standing } = line;
  const { now } = standing;
  return (
    <div className="intake-detail">
      {now.state === 'failed' && (
        <p role="alert" className="intake-failed">
          {now.because}{' '}
          {now.again !== null && <>It is tried again at {wallTime(now.again, true)}.</>}
        </p>
      )}
      <p>
        {KIND_LABELS[setting.kind]}
        {now.state === 'taking' && ` at ${now.at}, takes deliveries since ${when(now.since)}`}
        {now.state === 'off' && ', switched off: nothing is listened to'}
        {now.state === 'starting' && ', starts'}.
      </p>
      <p className="tabular">Since this console was started: {workWords(line)}.</p>
      <p className="intake-set-by">
        Set by <bdi>{setByName}</bdi>, {when(setAt)}
      </p>
      <div className="button-row">
        <Button keys="o" tone={on ? 'plain' : 'primary'} onClick={onSwitch}>
          {on ? 'Switch off' : 'Switch on'}
        </Button>
        <Button keys="c" onClick={onChange}>
          Change
        </Button>
        {opensByToken(line) && (
          <Button keys="t" onClick={onToken}>
            {hasToken(line) ? 'New token' : 'Make a token'}
          </Button>
        )}
        {!on && (
          <Button keys="x" tone="quiet" onClick={onRemove}>
            Remove
          </Button>
        )}
      </div>
    </div>
  );
}

export function opensByToken({ setting }: IntakeLineView): boolean {
  return setting.kind === 'eido-listener' && setting.access.by === 'token';
}

export function hasToken({ setting }: IntakeLineView): boolean {
  return setting.kind === 'eido-listener' && setting.access.by === 'token' && setting.access.made;
}
