import path from 'node:path';
import * as v from 'valibot';
import { environmentSchema, type Environment } from './config.schema.ts';

/** The settings of one running program, read from the environment and checked. */
export type Config = {
	production: boolean;
	/** example data and sign-in with one click; never in production */
	demo: boolean;
	host: string;
	port: number;
	/** where people find it, without a trailing slash: scheme, host and port */
	publicUrl: string;
	/** false when PUBLIC_URL is not set and `publicUrl` is a guess from PORT */
	publicUrlGiven: boolean;
	/** how many reverse proxies in front may be believed about the client's address */
	trustProxy: number;
	/** absolute folder for the embedded database, files and the local outbox */
	dataDir: string;
	/** a PostgreSQL of one's own; the embedded one when absent */
	databaseUrl: string | undefined;
	/** smtp:// or smtps:// with user and password; mail goes to the local outbox when absent */
	smtpUrl: string | undefined;
	mailFrom: string;
	logLevel: Environment['LOG_LEVEL'];
	/** where figures and boundaries are fetched */
	sources: { odata4: URL; odata3: URL; thirdParty: URL; pdok: URL };
};

/** Settings that cannot be used; `problems` holds one sentence for each. */
export class ConfigError extends Error {
	override name = 'ConfigError';
	readonly problems: string[];
	constructor(problems: string[]) {
		super(problems.join('\n'));
		this.problems = problems;
	}
}

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name (with or without port) is this machine itself. */
export function isLocalHost(host: string): boolean {
	return LOCAL_HOSTS.has(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * Reads the settings from an environment such as `process.env`.
 * Throws a ConfigError that holds all problems at once.
 */
export function readConfig(
	environment: Record<string, string | undefined>,
	nodeVersion = process.versions.node,
): Config {
	const filled = Object.entries(environment).filter(([, value]) => value?.trim());
	const parsed = v.safeParse(environmentSchema, Object.fromEntries(filled));
	const problems = [
		...(parsed.issues ?? []).map((issue) => issue.message),
		...unsafeInProduction(environment, nodeVersion),
	];
	if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
	return toConfig(parsed.output);
}

function toConfig(env: Environment): Config {
	const production = env.NODE_ENV === 'production';
	return {
		production,
		demo: !production,
		host: env.HOST,
		port: env.PORT,
		publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : `http://localhost:${env.PORT}`,
		publicUrlGiven: env.PUBLIC_URL !== undefined,
		trustProxy: env.TRUST_PROXY,
		dataDir: path.resolve(env.DATA_DIR),
		databaseUrl: env.DATABASE_URL,
		smtpUrl: env.SMTP_URL,
		mailFrom: env.MAIL_FROM ?? 'Wijkagenda <wijkagenda@localhost>',
		logLevel: env.LOG_LEVEL,
		sources: {
			odata4: new URL(env.CBS_ODATA4_URL),
			odata3: new URL(env.CBS_ODATA3_URL),
			thirdParty: new URL(env.THIRD_PARTY_ODATA_URL),
			pdok: new URL(env.PDOK_URL),
		},
	};
}

/** What is allowed while trying things out but not when people's data are in it. */
function unsafeInProduction(env: Record<string, string | undefined>, node: string): string[] {
	if (env.NODE_ENV !== 'production') return [];
	const rules: [boolean, string][] = [
		[
			!isSafeAddress(env.PUBLIC_URL),
			'PUBLIC_URL must be set in production and begin with https:// (http:// only for localhost); for example https://wijkagenda.example.nl.',
		],
		[
			!env.SMTP_URL?.trim(),
			'SMTP_URL must be set in production, because people sign in by e-mail; for example smtp://user:password@mail.example.nl:587.',
		],
		[
			!env.MAIL_FROM?.trim(),
			'MAIL_FROM must be set in production: the address that mail comes from.',
		],
		[
			Number(node.split('.')[0]) < 24,
			`Node ${node} is too old for production; use Node 24 or newer.`,
		],
	];
	return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

function isSafeAddress(address: string | undefined): boolean {
	if (!address?.trim()) return false;
	if (!URL.canParse(address)) return true; // already reported as not an address
	const url = new URL(address);
	return url.protocol === 'https:' || isLocalHost(url.host);
}
