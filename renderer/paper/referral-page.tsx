import { encode } from 'uqr';
import type { PrintedReferral } from '#shared/paper/to-print.ts';
import '../style/referral-page.css';

/** One page for the person: where to, and the code that place gives back. No name, and nothing of what for. */
export function ReferralPage({ page }: { readonly page: PrintedReferral }) {
  const { center, organization, phone, how, when, code, training } = page;
  return (
    <article className="referral-page">
      <header>
        <h1>You are expected here</h1>
        {training && <p>TRAINING, an invented person</p>}
      </header>
      <section>
        <h2 dir="auto">{organization}</h2>
        <dl>
          {phone !== '' && <Line term="Telephone" text={phone} />}
          {when !== '' && <Line term="When" text={when} />}
          {how !== '' && <Line term="How you get there" text={how} />}
        </dl>
      </section>
      <section className="referral-page-code">
        <Qr text={code} />
        <p>
          <span>Code</span>
          <strong>{code}</strong>
        </p>
      </section>
      <section>
        <p>
          <strong>For you:</strong> show this page there. The code is a random number. It holds no
          name and says nothing about you.
        </p>
        <p>
          <strong>For the place:</strong> when this person has come, give the code and the date back
          to <bdi>{center}</bdi>: read it by telephone, or return this page.
        </p>
        <ul className="referral-page-write">
          <li>Came on</li>
          <li>First service on</li>
          <li>Signed for the place</li>
        </ul>
      </section>
    </article>
  );
}

function Line({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd dir="auto">{text}</dd>
    </div>
  );
}

/** Drawn as squares in a picture of its own: sharp at every size, and in black whatever the printer does. */
export function Qr({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="referral-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`QR code of ${text}`}
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} />
    </svg>
  );
}
