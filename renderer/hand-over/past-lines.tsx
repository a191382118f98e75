import { useEffect, useState } from 'react';
import type { PastHandOver } from '#shared/board/hand-over-sheet.ts';
import { ask } from '../desk/ask.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Part } from './floor-lines.tsx';

const LINES = 50;

const WORDS: Readonly<Record<PastHandOver['state'], string>> = {
  offered: '◆ offered',
  accepted: '✓ accepted',
  declined: '✕ declined',
  returned: '↩ came back',
  left: '▲ signed off without',
};

/** The supervisor's record: who gave a shift to whom, and who left without. */
export function PastLines() {
  const [past, setPast] = useState<readonly PastHandOver[] | null>(null);
  const [because, setBecause] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void ask('hand-over.past', { lines: LINES }).then((reply) => {
      if (gone) return;
      if (reply.ok) setPast(reply.value);
      setBecause(reply.ok ? null : reply.because);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (because !== null) return <p role="alert">{because}</p>;
  if (past === null) return null;
  return (
    <Part title="Past hand-overs" count={past.length} none="Nobody has handed over yet.">
      <ul className="shift-lines">
        {past.map((each) => (
          <li key={each.id}>
            <p className="shift-line">
              <span>{WORDS[each.state]}</span>
              <span className="shift-what">
                <bdi>{each.fromName}</bdi>
                {each.toName !== null && (
                  <>
                    {' '}
                    to <bdi>{each.toName}</bdi>
                  </>
                )}
              </span>
              <span>{wallDateTime(each.at, deskNow())}</span>
            </p>
            <p className="shift-more" dir="auto">
              {[counts(each), each.why, each.remark].filter((part) => part).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function counts({ state, incidents, contacts, policyVersion }: PastHandOver): string {
  if (state !== 'accepted' && state !== 'left') return '';
  const policy = policyVersion === null ? '' : `, policy ${policyVersion}`;
  return `${incidents} open, ${contacts} promised ${contacts === 1 ? 'call' : 'calls'}${policy}`;
}
