import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs packages of Debian when this is root there, saying so by `log`. Throws the one line to run when it is not,
 * and behind what apt says when it fails.
 * @param purpose why they are needed, as a sentence: “The journeys need Chromium.”
 */
export function installPackages(
	purpose: string,
	packages: readonly string[],
	log: (line: string) => void,
): void {
	const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
	const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
	const line = `${purpose} Run: ${mayInstall ? command : `sudo sh -c '${command}'`}`;
	if (!mayInstall) throw new Error(line);
	log(`Installing ${packages.join(', ')}…`);
	const result = spawnSync('/bin/sh', ['-c', command], {
		encoding: 'utf8',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		maxBuffer: 64 * 1024 * 1024,
	});
	if (result.status === 0) return;
	throw new Error(`${result.stderr.trim().split('\n').slice(-5).join('\n')}\n${line}`);
}
