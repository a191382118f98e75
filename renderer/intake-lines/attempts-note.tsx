import type { IntakeLineView } from '#shared/board/intake-lines-view.ts';
import { Button } from '../parts/button.tsx';
import { plural, when } from './line-words.ts';

/** Somebody tried to get in. It stands here until a supervisor says that they have seen it. */
export function AttemptsNote({
  line,
  onSeen,
}: {
  readonly line: IntakeLineView;
  readonly onSeen: () => void;
}) {
  const { attempts, name } = line;
  if (attempts === null) return null;
  const { count, from, since, last } = attempts;
  const [first, latest] = [when(since), when(last)];
  const span = first === latest ? first : `${first} to ${latest}`;
  return (
    <section className="intake-attempts" aria-label={`Attempts to get in at ${name}`}>
      <p role="alert">
        <strong>
          ▲ <bdi>{name}</bdi>: somebody came {plural(count, 'time', 'times')} without the right to
          send
        </strong>
        , from {from.join(', ')}, {span}. Nothing was taken. If this is not a system of yours that
        has an old token, tell whoever looks after the network.
      </p>
      <Button keys="s" onClick={onSeen}>
        Seen
      </Button>
    </section>
  );
}
