import { useEffect } from 'react';
import type { Topic } from '#shared/contract/console-contract.ts';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { clearNotice, useDesk, type Notice } from '../desk/desk-store.ts';
import { Button } from './button.tsx';

const SIGNS: Readonly<Record<Notice['tone'], string>> = {
  refused: 'Not done',
  unread: 'Not shown',
  done: 'Done',
  alert: 'Attention',
};

/** Causes that have a place of their own on the screen, with how many places each. */
const places = createStore<Readonly<Partial<Record<Topic, number>>>>(() => ({}));

function NoticeText({ notice }: { readonly notice: Notice }) {
  return (
    <div
      className="notice"
      data-tone={notice.tone}
      role={notice.tone === 'done' ? 'status' : 'alert'}
    >
      <p>
        <strong>{SIGNS[notice.tone]}.</strong> {notice.text}
      </p>
      <Button tone="quiet" onClick={clearNotice} aria-label="Dismiss this message">
        Dismiss
      </Button>
    </div>
  );
}

/** Stands beside what may be refused. While it is on the screen, the bottom line leaves these to it. */
export function NoticeBeside({ causes }: { readonly causes: readonly Topic[] }) {
  const listed = causes.join(' ');
  useEffect(() => {
    const here = listed.split(' ') as Topic[];
    const count = (by: number) =>
      places.setState((known) =>
        Object.fromEntries(here.map((cause) => [cause, (known[cause] ?? 0) + by])),
      );
    count(1);
    return () => count(-1);
  }, [listed]);
  const notice = useDesk((desk) => desk.notice);
  if (notice?.cause == null || !causes.includes(notice.cause)) return null;
  return <NoticeText notice={notice} />;
}

/** The fixed place for every notice that has none of its own. */
export function NoticeLine() {
  const notice = useDesk((desk) => desk.notice);
  const elsewhere = useStore(places, (known) =>
    notice?.cause == null ? false : (known[notice.cause] ?? 0) > 0,
  );
  return notice === null || elsewhere ? null : <NoticeText notice={notice} />;
}
