import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The user that PostgreSQL runs as when the program itself is root; undefined: the same user. */
export type Identity = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. As root it gets the owner of the data folder, or `nobody`
 * when that is root too. Throws a sentence when there is no such user.
 */
export function serverIdentity(dataDir: string): Identity {
	if (process.getuid?.() !== 0) return undefined;
	const owner = statSync(dataDir);
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
	const user =
		users.find((entry) => entry.uid === owner.uid && entry.uid !== 0) ??
		users.find((entry) => entry.name === 'nobody');
	if (!user) {
		throw new Error(
			'PostgreSQL cannot run as root and this machine has no user `nobody`; start Wijkagenda as an ordinary user.',
		);
	}
	return { uid: user.uid, gid: user.gid };
}

/** Whether the server's user can run a program, that is: enter its folders and read its libraries. */
export function canRun(program: string, identity: Identity): boolean {
	if (!identity) return true;
	return spawnSync(program, ['--version'], { ...identity, stdio: 'ignore', cwd: '/' }).status === 0;
}

/** Whether the server's user can get into a folder. */
export function canEnter(folder: string, identity: Identity): boolean {
	if (!identity) return true;
	const script = 'cd -- "$0"';
	const options = { ...identity, stdio: 'ignore' as const, cwd: '/' };
	return spawnSync('/bin/sh', ['-c', script, folder], options).status === 0;
}
