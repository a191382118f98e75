import type { PrintedRecovery } from '#shared/paper/to-print.ts';
import '../style/referral-page.css';

/** One sheet for the safe: the recovery key, and what it is good for. Printed once, never into a file. */
export function RecoveryPage({ page }: { readonly page: PrintedRecovery }) {
  return (
    <article className="referral-page recovery-page">
      <header>
        <h1>CareDesk recovery key{page.center === '' ? '' : ` of ${page.center}`}</h1>
      </header>
      <ol>
        {page.recoveryKey.split('-').map((group, at) => (
          <li key={at}>
            <strong>{group}</strong>
          </li>
        ))}
      </ol>
      <p>
        Whoever has this sheet and the data folder reads every call. Keep it in a safe, not beside
        the computer, and a second copy in another building. It holds neither I, L, O nor U.
      </p>
      <p>
        It opens the store when its passphrase is forgotten, the computer was replaced or its
        keystore is gone: start CareDesk, choose “Use the recovery key”, type the seven groups. A
        key that is printed later replaces this one.
      </p>
      <p>Printed {page.at}</p>
    </article>
  );
}
