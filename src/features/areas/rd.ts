/** A term of a polynomial: how often x and y are multiplied, and by what. */
type Term = readonly [x: number, y: number, factor: number];

const LATITUDE: readonly Term[] = [
	[0, 1, 3235.65389],
	[2, 0, -32.58297],
	[0, 2, -0.2475],
	[2, 1, -0.84978],
	[0, 3, -0.0655],
	[2, 2, -0.01709],
	[1, 0, -0.00738],
	[4, 0, 0.0053],
	[2, 3, -0.00039],
	[4, 1, 0.00033],
	[1, 1, -0.00012],
];
const LONGITUDE: readonly Term[] = [
	[1, 0, 5260.52916],
	[1, 1, 105.94684],
	[1, 2, 2.45656],
	[3, 0, -0.81885],
	[1, 3, 0.05594],
	[3, 1, -0.05607],
	[0, 1, 0.01199],
	[3, 2, -0.00256],
	[1, 4, 0.00128],
	[0, 2, 0.00022],
	[2, 0, -0.00022],
	[5, 0, 0.00026],
];

/**
 * Turns coordinates of the Dutch grid (RD New, EPSG:28992; metres) into degrees (WGS84: longitude, latitude).
 *
 * Method: F.H. Schreutelkamp & G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
 * WGS84-kaartcoördinaten", Geodesia 43 (2001) 64–69: polynomials around Amersfoort, right to about a quarter of a metre
 * in the Netherlands. That is less than the step in which shapes are kept.
 */
export function degreesOfRd(x: number, y: number): [longitude: number, latitude: number] {
	const dx = (x - 155_000) * 1e-5;
	const dy = (y - 463_000) * 1e-5;
	const sum = (terms: readonly Term[]) =>
		terms.reduce((total, [p, q, factor]) => total + factor * dx ** p * dy ** q, 0);
	return [5.38720621 + sum(LONGITUDE) / 3600, 52.1551744 + sum(LATITUDE) / 3600];
}

/** Whether a position can be one of the Dutch grid: within its bounds, and no degrees. */
export function isRd(x: number, y: number): boolean {
	return x > -7000 && x < 300_000 && y > 289_000 && y < 629_000;
}
