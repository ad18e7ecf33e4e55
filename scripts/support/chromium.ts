import { existsSync } from 'node:fs';
import { installPackages } from './debian.ts';

/** The one without a window first: the same engine, with less around it. */
const PLACES = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium: CHROMIUM_PATH, an installed one, or one that is installed now when this
 * is root on Debian. Throws the one line to run otherwise.
 */
export function findChromium(log: (line: string) => void): string {
	const given = process.env.CHROMIUM_PATH;
	if (given && !existsSync(given)) {
		throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
	}
	const installed = () => PLACES.find((place) => existsSync(place));
	const found = given ?? installed();
	if (found) return found;
	installPackages('The journeys need Chromium.', ['chromium-headless-shell'], log);
	const now = installed();
	if (!now) throw new Error('Chromium was installed, but not where it is looked for.');
	return now;
}
