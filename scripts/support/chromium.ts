import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium';

/**
 * The path of a Chromium: CHROMIUM_PATH, an installed one, or one that is installed now when this
 * is root on Debian. Throws the one line to run otherwise.
 */
export function findChromium(log: (line: string) => void): string {
	const given = process.env.CHROMIUM_PATH;
	if (given && !existsSync(given)) {
		throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
	}
	const found = given ?? PLACES.find((place) => existsSync(place));
	return found ?? installChromium(log);
}

function installChromium(log: (line: string) => void): string {
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	const line = `The journeys need Chromium. Run: ${mayInstall ? '' : 'sudo sh -c '}${mayInstall ? INSTALL : `'${INSTALL}'`}`;
	if (!mayInstall) throw new Error(line);
	log('Installing Chromium…');
	const result = spawnSync('/bin/sh', ['-c', INSTALL], {
		encoding: 'utf8',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		maxBuffer: 64 * 1024 * 1024,
	});
	const installed = PLACES.find((place) => existsSync(place));
	if (result.status === 0 && installed) return installed;
	throw new Error(`${result.stderr.trim().split('\n').slice(-5).join('\n')}\n${line}`);
}
