import { sayFingerprint } from '#shared/audit/fingerprint.ts';
import type { PrintedSigningKeys } from '#shared/paper/to-print.ts';
import '../style/referral-page.css';

/** One sheet for whoever verifies an export of the audit: by which key it has to be signed. Nothing on it signs. */
export function SigningKeysPage({ page }: { readonly page: PrintedSigningKeys }) {
  const { center, keys, at, timeZone } = page;
  const day = (instant: string) =>
    new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(new Date(instant));
  const [inUse, ...earlier] = keys;
  return (
    <article className="referral-page signing-keys-page">
      <header>
        <h1>The audit of {center} is signed with this key</h1>
      </header>
      {inUse !== undefined && (
        <section>
          <h2>{sayFingerprint(inUse.fingerprint)}</h2>
          <p>In use since {day(inUse.madeAt)}.</p>
        </section>
      )}
      <p>
        Compare it with the fingerprint that <code>desk audit FILE</code> says of a file, or let it
        compare: <code>desk audit FILE --fingerprint …</code> fails when the file is signed with
        another key.
      </p>
      {earlier.length > 0 && (
        <section>
          <p>Earlier files are signed with one of these:</p>
          <dl>
            {earlier.map(({ fingerprint, madeAt, retiredAt }) => (
              <div key={fingerprint}>
                <dt>
                  {day(madeAt)} to {retiredAt === null ? '' : day(retiredAt)}
                </dt>
                <dd>{sayFingerprint(fingerprint)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p>Printed {day(at)}. Keep it apart from the files.</p>
    </article>
  );
}
