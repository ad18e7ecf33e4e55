import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { ClientConfig } from 'pg';
import { serverIdentity } from './identity.ts';
import { ADMIN_ROLE, initialise } from './initialise.ts';
import { lockDataFolder } from './lock.ts';
import { passwordsOf } from './passwords.ts';
import { prepareHome, removeSocketFolder, socketFolder } from './home.ts';
import { APP_ROLE, DATABASE, ensureRoles, OWNER_ROLE } from './roles.ts';
import { startServer, type Endpoint } from './server.ts';
import { supervise } from './supervisor.ts';

/** The program's own PostgreSQL while it runs. */
export type Embedded = {
	/** the owner of the database: for migrations and maintenance */
	owner: ClientConfig;
	/** the program's role */
	app: ClientConfig;
	/** tells a next start on the same data that this one is on its way out */
	stopping(): void;
	stop(): Promise<void>;
};

export type EmbeddedOptions = {
	/** false: no fsync; only for tests that do not test durability */
	durable?: boolean;
	/** the owner may create databases; only for tests */
	mayCreateDatabases?: boolean;
	/** called when PostgreSQL keeps dying; the default ends the process */
	gaveUp?: (reason: string) => void;
};

/**
 * Starts a real PostgreSQL on the data in `dataDir` (made when missing), for this process alone.
 * Throws DataFolderInUse when another process has the data, or an Error whose message is a sentence.
 */
export async function startEmbedded(
	dataDir: string,
	log: (line: string) => void,
	options: EmbeddedOptions = {},
): Promise<Embedded> {
	mkdirSync(dataDir, { recursive: true });
	const folder = realpathSync(dataDir);
	const lock = await lockDataFolder(folder);
	try {
		const home = prepareHome(folder, serverIdentity(folder), log);
		const exists = existsSync(path.join(home.data, 'PG_VERSION'));
		const passwords = passwordsOf(folder, exists);
		if (!exists) log('Creating the database…');
		await initialise(home, passwords.admin);
		const endpoint = await findEndpoint(() => socketFolder(home));
		const server = await supervise(
			() => startServer(home, endpoint, options.durable ?? true),
			log,
			options.gaveUp ?? exitWith(log),
		);
		const login = (user: string, password: string, database: string) => ({
			...endpoint,
			user,
			password,
			database,
		});
		await ensureRoles(
			login(ADMIN_ROLE, passwords.admin, 'postgres'),
			passwords,
			options.mayCreateDatabases ?? false,
		);
		return {
			owner: login(OWNER_ROLE, passwords.owner, DATABASE),
			app: login(APP_ROLE, passwords.app, DATABASE),
			stopping: lock.stopping,
			async stop() {
				await server.stop();
				removeSocketFolder(home, endpoint.host);
				lock.release();
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

/** A socket needs no port; its name holds one all the same. Windows gets a free loopback port. */
async function findEndpoint(socket: () => string): Promise<Endpoint> {
	if (process.platform !== 'win32') return { host: socket(), port: 5432 };
	return new Promise((resolve, reject) => {
		const probe = createServer().once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve({ host: '127.0.0.1', port }));
		});
	});
}

function exitWith(log: (line: string) => void): (reason: string) => void {
	return (reason) => {
		log(`${reason} Wijkagenda stops.`);
		process.exit(1);
	};
}
