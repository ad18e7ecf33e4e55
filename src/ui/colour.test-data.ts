export type Rgb = readonly [red: number, green: number, blue: number];

/** How somebody sees colours: with all three kinds of cone, or without one of them. */
export type Sight = 'all' | 'protanopia' | 'deuteranopia' | 'tritanopia';

/**
 * What a colour (`#0d5560`) is in linear light (0–1), as somebody sees it.
 *
 * Simulation: G.M. Machado, M.M. Oliveira & L.A.F. Fernandes, "A Physiologically-based Model for Simulation of Color
 * Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009) 1291–1298, severity 1.0.
 */
export function seen(colour: string, sight: Sight = 'all'): Rgb {
	const [red, green, blue] = [1, 3, 5].map((at) =>
		linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
	) as unknown as Rgb;
	return matrices[sight].map(([r, g, b]) =>
		Math.min(1, Math.max(0, r * red + g * green + b * blue)),
	) as unknown as Rgb;
}

/** The contrast of two colours as WCAG 2.2 counts it: 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
	const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [
		number,
		number,
	];
	return (high + 0.05) / (low + 0.05);
}

/**
 * How far two colours lie apart in Oklab (B. Ottosson, "A perceptual color space for image processing", 2020): 0 is the
 * same, 1 black against white; about 0.02 can just be seen.
 */
export function distance(one: Rgb, other: Rgb): number {
	const [a, b] = [oklab(one), oklab(other)];
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const matrices: Record<Sight, readonly Rgb[]> = {
	all: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

function linear(share: number): number {
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function oklab([red, green, blue]: Rgb): Rgb {
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	return [
		0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
		1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
		0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
	];
}
