/** Gives the next number, evenly spread over 0 (included) to 1 (left out), in steps of 2⁻³². */
export type Random = () => number;

/**
 * Random numbers that are the same each time for the same seed (any whole number), so that what a simulation says can be
 * checked and does not change from one look to the next. Not for secrets.
 *
 * Method: xoshiro128** (D. Blackman & S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM Transactions on
 * Mathematical Software 47 (2021) 36), its state filled from the seed by a 32-bit splitmix (the finaliser of MurmurHash3).
 */
export function seededRandom(seed: number): Random {
	let filling = seed | 0;
	const fill = () => {
		filling = (filling + 0x9e3779b9) | 0;
		let mixed = Math.imul(filling ^ (filling >>> 16), 0x85ebca6b);
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
		return mixed ^ (mixed >>> 16);
	};
	let [a, b, c, d] = [fill(), fill(), fill(), fill()];
	return () => {
		const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9);
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotate(d, 11);
		return (scrambled >>> 0) / 2 ** 32;
	};
}

function rotate(bits: number, by: number): number {
	return (bits << by) | (bits >>> (32 - by));
}
