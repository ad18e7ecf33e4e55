import {
	chownSync,
	cpSync,
	existsSync,
	lstatSync,
	readlinkSync,
	mkdirSync,
	mkdtempSync,
	realpathSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
	chmodSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { binariesIn, findBinaries, type Binaries } from './binaries.ts';
import { canEnter, canRun, type Identity } from './identity.ts';

/** The folders that one embedded PostgreSQL uses. */
export type Home = {
	identity: Identity;
	binaries: Binaries;
	/** holds `postgres` (the data), the server's log and, if need be, a copy of the programs */
	folder: string;
	data: string;
};

const SHARED_PLACE = '/var/lib/wijkagenda-';

/**
 * Finds or makes a home that the server's user can enter: the data folder itself, or, when root
 * keeps that closed (a clone in /root), a folder in /var/lib to which `<dataDir>/postgres` links.
 */
export function prepareHome(
	dataDir: string,
	identity: Identity,
	log: (line: string) => void,
): Home {
	const folder = homeFolder(dataDir, identity);
	if (folder !== dataDir) log(`The database is kept in ${folder}, where PostgreSQL can reach it.`);
	return {
		identity,
		folder,
		binaries: reachableBinaries(folder, identity),
		data: path.join(folder, 'postgres'),
	};
}

function homeFolder(dataDir: string, identity: Identity): string {
	const link = path.join(dataDir, 'postgres');
	if (isLink(link)) return linkedHome(link);
	if (existsSync(link) || canEnter(dataDir, identity)) return dataDir;
	const folder = mkdtempSync(SHARED_PLACE);
	chmodSync(folder, 0o755);
	writeFileSync(path.join(folder, 'BELONGS-TO'), `${dataDir}\n`);
	symlinkSync(path.join(folder, 'postgres'), link);
	return folder;
}

function linkedHome(link: string): string {
	const target = path.resolve(path.dirname(link), readlinkSync(link));
	const folder = path.dirname(target);
	if (existsSync(folder)) return realpathSync(folder);
	throw new Error(
		`The database of this data folder was in ${folder}, which is gone; put it back, or remove ${link} to begin with an empty database.`,
	);
}

/** The installed programs, or a copy in the home when the server's user cannot reach those. */
function reachableBinaries(folder: string, identity: Identity): Binaries {
	const installed = findBinaries();
	if (canRun(installed.postgres, identity)) return installed;
	const copy = path.join(folder, `postgresql-${installed.version}`);
	if (!existsSync(copy)) {
		const unfinished = `${copy}.${process.pid}`;
		cpSync(installed.root, unfinished, { recursive: true, verbatimSymlinks: true });
		renameSync(unfinished, copy);
	}
	return binariesIn(copy, installed.version);
}

/**
 * A folder for the server's socket. Socket paths may be 107 bytes at most, so a deep data folder
 * gets a new one beneath the system's folder for temporary files.
 */
export function socketFolder(home: Home): string {
	const own = path.join(home.folder, 'socket');
	if (own.length <= 80 && /^[\w./-]+$/.test(own)) {
		mkdirSync(own, { recursive: true, mode: 0o700 });
		giveTo(own, home.identity);
		return own;
	}
	const short = os.tmpdir().length <= 60 ? os.tmpdir() : '/tmp';
	const folder = mkdtempSync(path.join(short, 'wijkagenda-'));
	giveTo(folder, home.identity);
	return folder;
}

/** Removes a socket folder that `socketFolder` made elsewhere. */
export function removeSocketFolder(home: Home, folder: string): void {
	if (!folder.startsWith(home.folder)) rmSync(folder, { recursive: true, force: true });
}

/** Makes a file or folder the property of the server's user. */
export function giveTo(file: string, identity: Identity): void {
	if (identity) chownSync(file, identity.uid, identity.gid);
}

function isLink(file: string): boolean {
	return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
