import type { Policy } from '#shared/policy/policy.ts';
import type { FormEvent } from 'react';
import type { CallId } from '#shared/lib/brand.ts';
import { tell } from '../desk/ask.ts';
import { closeSheet, openSheet, say, useDesk } from '../desk/desk-store.ts';
import { useDraft, type Draft } from '../desk/drafts.ts';
import { useKeeping } from '../desk/kept-drafts.ts';
import { forgetForm, useTyped } from '../desk/use-typed.ts';
import { joinTo, type JoinTarget } from '../duplicate/join.ts';
import { LikelyOfDraft } from '../duplicate/likely-of-draft.tsx';
import { answerCall } from '../keys/command-line-run.ts';
import { Button } from '../parts/button.tsx';
import { Combobox } from '../parts/combobox.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { AddressField } from '../place/address-field.tsx';

const SUBJECT = 'call/new';
const FORM = { subject: SUBJECT, form: 'choices' };

/** A call typed in by hand. Nothing is required: a call without a location is still a call. */
export function NewCallSheet() {
  const policy = useDesk((desk) => desk.policy);
  const keeping = useKeeping();
  const address = useDraft(SUBJECT, 'address', '');
  const callback = useDraft(SUBJECT, 'callback', '');
  const words = useDraft(SUBJECT, 'words', '');
  const [callType, setCallType] = useTyped<string | null>(FORM, 'callType', null);
  const [apart, setApart] = useTyped<readonly CallId[]>(FORM, 'apart', []);
  const choices = (policy?.callTypes ?? []).map(({ code, label }) => ({
    id: code,
    label,
    detail: code,
  }));

  /** The call as it was received; null when main refused it. */
  const received = async (): Promise<CallId | null> => {
    const number = callback.text.trim();
    const done = await tell('call.receive', {
      ani: number === '' ? null : number,
      address: address.text.trim(),
      words: words.text.trim(),
      callType,
    });
    if (done?.made === undefined) return null;
    for (const draft of [address, callback, words] satisfies Draft[]) draft.clear();
    forgetForm(FORM);
    const callId = done.made as CallId;
    if (apart.length > 0) await tell('duplicate.say-different', { callId, others: [...apart] });
    return callId;
  };
  const receive = async (answer: boolean) => {
    const callId = await received();
    if (callId === null) return;
    closeSheet();
    if (answer) await answerCall(callId);
    else say({ tone: 'done', text: 'The call waits in the queue.', cause: null });
  };
  const join = async (line: JoinTarget) => {
    const callId = await received();
    if (callId === null) return;
    closeSheet();
    await joinTo(callId, null, line);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void receive(true);
  };

  return (
    <Sheet
      title="New call"
      subtitle={keeping ? 'Nothing is required. What you type is kept.' : 'Nothing is required.'}
    >
      <Button tone="quiet" onClick={() => openSheet('from-988')}>
        A counselor of 988 hands somebody over
      </Button>
      <form className="new-call" onSubmit={submit}>
        <AddressField
          value={address.text}
          areaId={null}
          onText={address.type}
          onArea={(areaId) => address.type(inArea(address.text, areaId, policy?.areas ?? []))}
        />
        <TextField
          label="Callback number"
          inputMode="tel"
          value={callback.text}
          onText={callback.type}
          maxLength={40}
        />
        <Field label="First words of the caller">
          {(wiring) => (
            <textarea
              {...wiring}
              rows={4}
              dir="auto"
              value={words.text}
              onChange={(event) => words.type(event.target.value)}
            />
          )}
        </Field>
        <Combobox
          label="Call type"
          none="Open"
          choices={choices}
          value={callType}
          onChoose={setCallType}
        />
        <LikelyOfDraft
          draft={{
            ani: callback.text.trim(),
            address: address.text.trim(),
            words: words.text.trim(),
            callType,
          }}
          apart={apart}
          onJoin={(line) => void join(line)}
          onDifferent={({ callId }) => setApart([...apart, callId])}
        />
        <NoticeBeside causes={['call.receive', 'duplicate.say-different']} />
        <div className="steps">
          <Button tone="primary" type="submit" keys="Enter">
            Take the call
          </Button>
          <Button onClick={() => void receive(false)}>Leave it waiting</Button>
        </div>
      </form>
    </Sheet>
  );
}

/** The area a person says it is stands in the address, as if the caller had said it. */
function inArea(address: string, areaId: string, areas: Policy['areas']): string {
  const name = areas.find(({ id }) => id === areaId)?.name;
  return name === undefined ? address : `${address.trim()}, ${name}`;
}
