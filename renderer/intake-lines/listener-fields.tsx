import { TextField } from '../parts/field.tsx';
import { LIMIT_LABELS, LIMIT_NAMES, type DraftErrors, type LineDraft } from './line-draft.ts';

export interface FieldsProps {
  readonly draft: LineDraft;
  readonly errors: DraftErrors;
  readonly put: (change: Partial<LineDraft>) => void;
}

/** Where an EIDO listener listens, who may send, and how much. */
export function ListenerFields({ draft, errors, put }: FieldsProps) {
  const { limits } = draft;
  return (
    <>
      <div className="intake-address">
        <TextField
          label="Address"
          hint="127.0.0.1 for programs on this computer; its address on the center’s network for others."
          value={draft.address}
          onText={(address) => put({ address })}
          error={errors.address}
          maxLength={64}
        />
        <TextField
          label="Port"
          value={draft.port}
          onText={(port) => put({ port })}
          error={errors.port}
          inputMode="numeric"
          maxLength={5}
        />
      </div>
      <fieldset className="intake-choice">
        <legend>Over the network</legend>
        <label>
          <input
            type="radio"
            name="intake-tls"
            checked={!draft.tls}
            onChange={() => put({ tls: false, access: 'token' })}
          />
          Plain HTTP, on this computer only
        </label>
        <label>
          <input
            type="radio"
            name="intake-tls"
            checked={draft.tls}
            onChange={() => put({ tls: true })}
          />
          TLS
        </label>
      </fieldset>
      {draft.tls && (
        <>
          <TextField
            label="Certificate file"
            hint="PEM, with the certificates between it and its authority."
            value={draft.certificateFile}
            onText={(certificateFile) => put({ certificateFile })}
            error={errors.certificateFile}
            maxLength={500}
          />
          <TextField
            label="Key file"
            value={draft.keyFile}
            onText={(keyFile) => put({ keyFile })}
            error={errors.keyFile}
            maxLength={500}
          />
          <fieldset className="intake-choice">
            <legend>Who may send</legend>
            <label>
              <input
                type="radio"
                name="intake-access"
                checked={draft.access === 'token'}
                onChange={() => put({ access: 'token' })}
              />
              Whoever has the token
            </label>
            <label>
              <input
                type="radio"
                name="intake-access"
                checked={draft.access === 'client-certificate'}
                onChange={() => put({ access: 'client-certificate' })}
              />
              Whoever shows a client certificate
            </label>
          </fieldset>
          {draft.access === 'client-certificate' && (
            <TextField
              label="Authority’s certificate file"
              hint="Clients whose certificates it has signed may send."
              value={draft.caFile}
              onText={(caFile) => put({ caFile })}
              error={errors.caFile}
              maxLength={500}
            />
          )}
        </>
      )}
      <fieldset className="intake-limits">
        <legend>Limits</legend>
        {LIMIT_NAMES.map((name) => (
          <TextField
            key={name}
            label={LIMIT_LABELS[name]}
            value={limits[name]}
            onText={(text) => put({ limits: { ...limits, [name]: text } })}
            error={errors[name]}
            inputMode="numeric"
            maxLength={9}
          />
        ))}
      </fieldset>
    </>
  );
}
