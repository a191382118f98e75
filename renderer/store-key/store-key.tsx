import { useEffect, useRef, useState } from 'react';
import type { RecoveryOffer, StoreKeyStanding } from '#shared/store-key/store-key-view.ts';
import { ask } from '../desk/ask.ts';
import { dayWords } from '../desk/center-date.ts';
import { say } from '../desk/desk-store.ts';
import { reloadHello } from '../desk/refresh-hello.ts';
import { NOTHING, useAsked } from '../desk/use-asked.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ChangeWay } from './change-way.tsx';
import { Encrypting } from './encrypting.tsx';
import { Cancel, OwnPassphrase } from './own-passphrase.tsx';
import { ProtectForm } from './protect-form.tsx';
import './store-key.css';

type Doing = 'encrypt' | 'renew' | 'way' | null;

/** As a screen reader says where it is now. */
const DOING: Readonly<Record<NonNullable<Doing>, string>> = {
  encrypt: 'Encrypt the store',
  renew: 'A new recovery key',
  way: 'How the store opens',
};

/** How far an encryption is stands on no board. */
const WHILE_LOOKED_AT = { pause: () => 1_000 };

/** Whether the store lies encrypted, how it opens, and what an administrator changes about that. */
export function StoreKey() {
  const {
    view: standing,
    refused,
    look,
  } = useAsked('store-key.standing', NOTHING, WHILE_LOOKED_AT);
  const [offer, setOffer] = useState<RecoveryOffer | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  // What was opened is read first; what is closed gives the focus back to what can be done.
  const body = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (!begun) return;
    body.current
      ?.querySelector<HTMLElement>(doing === null ? '.button' : '.store-key-doing')
      ?.focus();
  }, [begun, doing]);

  async function begin(what: Doing) {
    if (what === 'encrypt' || what === 'renew') {
      const reply = await ask('store-key.offer', {});
      if (!reply.ok) return setRefusal(reply.because);
      setOffer(reply.value);
    }
    setBegun(true);
    setDoing(what);
    return undefined;
  }

  // What is open is finished or left first; a plain store can only be encrypted.
  const isFree = doing === null && standing?.encrypting === null;
  const beginIf = (possible: boolean | undefined, what: Doing) => () =>
    isFree && possible === true ? void begin(what) : false;
  useActions({
    'store-key.encrypt': beginIf(standing !== null, 'encrypt'),
    'store-key.way': beginIf(standing?.encrypted, 'way'),
    'store-key.recovery': beginIf(standing?.encrypted, 'renew'),
  });

  async function ended(text: string) {
    say({ tone: 'done', text, cause: null });
    setDoing(null);
    setOffer(null);
    look();
    await reloadHello();
  }

  const because = refusal ?? refused;
  if (standing === null)
    return because === null ? null : (
      <p className="teach" role="alert">
        {because}
      </p>
    );
  const { encrypting, failed, megabytes } = standing;
  const stop = () => setDoing(null);
  return (
    <>
      <header className="pane-head">
        <h2>Store key</h2>
      </header>
      <div ref={body} className="store-key">
        <Standing standing={standing} />
        {because !== null && (
          <p className="teach" role="alert">
            {because}
          </p>
        )}
        {encrypting !== null && <Encrypting encrypting={encrypting} of={megabytes} />}
        {isFree && failed !== null && (
          <p className="set-up-warning">
            <strong>It was not encrypted anew.</strong> {failed}
          </p>
        )}
        {isFree && (
          <div className="button-row">
            <Button
              keys="Shift+E"
              tone={standing.encrypted ? 'plain' : 'primary'}
              onClick={() => void begin('encrypt')}
            >
              {standing.encrypted ? 'Encrypt by a new key' : 'Encrypt the store'}
            </Button>
            {standing.encrypted && (
              <>
                <Button keys="c" onClick={() => void begin('way')}>
                  {standing.way === 'passphrase' ? 'Change the passphrase' : 'Open by a passphrase'}
                </Button>
                <Button keys="Shift+P" onClick={() => void begin('renew')}>
                  Print a new recovery key
                </Button>
              </>
            )}
          </div>
        )}
        {isFree && standing.encrypted && (
          <p className="store-key-hint">
            A new recovery key is enough when its paper is lost. Where somebody may have read it, or
            the passphrase, encrypt by a new key.
          </p>
        )}
        {doing !== null && (
          <div className="store-key-doing" role="group" aria-label={DOING[doing]} tabIndex={-1}>
            {doing === 'encrypt' && offer !== null && (
              <Encrypt
                standing={standing}
                offer={offer}
                onEnd={(text) => void ended(text)}
                onStop={stop}
              />
            )}
            {doing === 'renew' && offer !== null && (
              <Renew offer={offer} onEnd={(text) => void ended(text)} onStop={stop} />
            )}
            {doing === 'way' && (
              <ChangeWay standing={standing} onEnd={(text) => void ended(text)} onStop={stop} />
            )}
          </div>
        )}
      </div>
    </>
  );
}

function Standing({ standing }: { readonly standing: StoreKeyStanding }) {
  const { encrypted, way, fingerprint, since } = standing;
  if (!encrypted)
    return (
      <p className="set-up-warning">
        <strong>This store is not encrypted.</strong> Whoever holds this computer’s disk reads every
        call in it.
      </p>
    );
  return (
    <dl>
      <dt>Store</dt>
      <dd>encrypted</dd>
      <dt>Opens by</dt>
      <dd>
        {way === 'keystore' ? 'the keystore of this computer' : 'the passphrase of the center'}
      </dd>
      <dt>Key</dt>
      <dd>
        <code>{fingerprint}</code>, since {since === null ? 'its set-up' : dayWords(since)}
      </dd>
    </dl>
  );
}

function Encrypt({
  standing: { encrypted, megabytes, aboutSeconds, encrypting },
  offer,
  onEnd,
  onStop,
}: {
  readonly standing: StoreKeyStanding;
  readonly offer: RecoveryOffer;
  readonly onEnd: (text: string) => void;
  readonly onStop: () => void;
}) {
  const [own, setOwn] = useState('');
  const encrypt = useCommand('store-key.encrypt');
  return (
    <div hidden={encrypting !== null}>
      <p>
        {megabytes} MB are copied and encrypted beside the work, in about {aboutSeconds} s. The
        console goes on meanwhile and stands still for a moment at the end.{' '}
        {encrypted &&
          'The former recovery key opens nothing afterwards; copies made before keep theirs.'}
      </p>
      <ProtectForm
        offer={offer}
        submit={encrypted ? 'Encrypt by the new key' : 'Encrypt the store'}
        busy={encrypt.busy}
        refusal={encrypt.refusal}
        onProtect={(protection) =>
          void encrypt
            .give({ own, ...protection })
            .then((done) => done !== null && onEnd('The store is encrypted by a new key.'))
        }
        aside={<Cancel onStop={onStop} />}
      >
        <OwnPassphrase own={own} onOwn={setOwn} />
        {encrypt.busy && <p role="status">Making the new key…</p>}
      </ProtectForm>
    </div>
  );
}

function Renew({
  offer,
  onEnd,
  onStop,
}: {
  readonly offer: RecoveryOffer;
  readonly onEnd: (text: string) => void;
  readonly onStop: () => void;
}) {
  const [own, setOwn] = useState('');
  const renew = useCommand('store-key.renew-recovery');
  return (
    <ProtectForm
      offer={offer}
      askWay={false}
      submit="Put this recovery key in force"
      busy={renew.busy}
      refusal={renew.refusal}
      onProtect={({ readBack }) =>
        void renew
          .give({ own, readBack })
          .then(
            (done) =>
              done !== null && onEnd('The new recovery key is in force; the former opens nothing.'),
          )
      }
      aside={<Cancel onStop={onStop} />}
    >
      <OwnPassphrase own={own} onOwn={setOwn} />
    </ProtectForm>
  );
}
