/** Draws numbers evenly from [0, 1), 32 bits each. */
export type Draw = () => number;

/**
 * A generator whose draws depend on nothing but the seed (an integer; its low 32 bits count), so that a figure
 * that was simulated is the same figure when it is asked again. Counter-based small fast chaotic generator
 * of 128 bits (C. Doty-Humphrey, PractRand, "sfc32"; passes its tests to 32 TB). Not for secrets.
 */
export function seeded(seed: number): Draw {
  let a = 0x6c078965;
  let b = 0x9908b0df;
  let c = seed | 0;
  let counter = 1;
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first draws of neighbouring seeds are alike until the seed has reached every word of the state.
  for (let i = 0; i < 20; i += 1) draw();
  return draw;
}

/** A waiting time of mean 1: the inverse of the exponential distribution at one draw. */
export function drawExponential(draw: Draw): number {
  return -Math.log(1 - draw());
}

/** Of the standard normal distribution (G. Box and M. Muller, 1958): one value, two draws. */
export function drawNormal(draw: Draw): number {
  return Math.sqrt(2 * drawExponential(draw)) * Math.cos(2 * Math.PI * draw());
}
