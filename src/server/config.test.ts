import { describe, expect, it } from 'vitest';
import { ConfigError, isLocalHost, readConfig } from './config.ts';

const safeProduction = {
	NODE_ENV: 'production',
	PUBLIC_URL: 'https://wijkagenda.example.nl',
	SMTP_URL: 'smtp://mail.example.nl:587',
	MAIL_FROM: 'Wijkagenda <wijkagenda@example.nl>',
};

function problems(environment: Record<string, string>, node = '24.21.0'): string[] {
	try {
		readConfig(environment, node);
	} catch (error) {
		if (error instanceof ConfigError) return error.problems;
		throw error;
	}
	return [];
}

describe('the settings', () => {
	it('need nothing to try Wijkagenda out', () => {
		const config = readConfig({});
		expect(config).toMatchObject({
			production: false,
			demo: true,
			host: '127.0.0.1',
			port: 3000,
			publicUrl: 'http://localhost:3000',
			publicUrlGiven: false,
			databaseUrl: undefined,
			trustProxy: 0,
		});
		expect(config.dataDir).toBe(`${process.cwd()}/var`);
	});

	it('treat an empty variable as one that is not set', () => {
		expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
			port: 3000,
			databaseUrl: undefined,
		});
	});

	it('follow the port when no public address is given', () => {
		expect(readConfig({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
	});

	it('drop the slash at the end of the public address', () => {
		expect(readConfig({ PUBLIC_URL: 'https://wijk.example.nl/' }).publicUrl).toBe(
			'https://wijk.example.nl',
		);
	});

	it.each([
		['PORT', 'web'],
		['PORT', '0'],
		['PORT', '70000'],
		['PORT', '3000.5'],
		['HOST', 'a b'],
		['PUBLIC_URL', 'wijkagenda.example.nl'],
		['PUBLIC_URL', 'ftp://example.nl'],
		['PUBLIC_URL', 'https://example.nl/wijkagenda'],
		['DATABASE_URL', 'mysql://localhost/wijkagenda'],
		['SMTP_URL', 'mail.example.nl'],
		['MAIL_FROM', 'Wijkagenda'],
		['TRUST_PROXY', 'yes'],
		['LOG_LEVEL', 'loud'],
		['NODE_ENV', 'prod'],
	])('name the variable in one sentence when %s is %j', (name, value) => {
		const found = problems({ [name]: value });
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
	});

	it('tell all problems at once', () => {
		const found = problems({ PORT: 'x', SMTP_URL: 'x', LOG_LEVEL: 'x' });
		expect(found.map((sentence) => sentence.split(' ')[0])).toEqual([
			'PORT',
			'SMTP_URL',
			'LOG_LEVEL',
		]);
	});
});

describe('in production', () => {
	it('safe settings are accepted, without example data or sign-in with one click', () => {
		expect(readConfig(safeProduction, '24.21.0')).toMatchObject({ production: true, demo: false });
	});

	it('nothing is guessed', () => {
		const found = problems({ NODE_ENV: 'production' });
		expect(found.map((sentence) => sentence.split(' ')[0])).toEqual([
			'PUBLIC_URL',
			'SMTP_URL',
			'MAIL_FROM',
		]);
	});

	it('a public address without encryption is refused, except on this machine', () => {
		expect(problems({ ...safeProduction, PUBLIC_URL: 'http://wijk.example.nl' })).toEqual([
			expect.stringContaining('PUBLIC_URL'),
		]);
		expect(problems({ ...safeProduction, PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
	});

	it('an old Node is refused', () => {
		expect(problems(safeProduction, '20.20.2')).toEqual([expect.stringContaining('Node 20.20.2')]);
	});
});

describe('a host', () => {
	it.each(['localhost', 'localhost:3000', '127.0.0.1:80', '[::1]:3000', 'LOCALHOST'])(
		'%s is this machine',
		(host) => expect(isLocalHost(host)).toBe(true),
	);
	it.each(['example.nl', 'localhost.example.nl', '10.0.0.1:3000', ''])(
		'%s is another machine',
		(host) => expect(isLocalHost(host)).toBe(false),
	);
});

describe('where figures are fetched', () => {
	it('is the public sources, or what the settings say', () => {
		expect(readConfig({}).sources.odata4.href).toBe('https://datasets.cbs.nl/odata/v1/CBS');
		const { sources } = readConfig({ CBS_ODATA3_URL: 'http://127.0.0.1:4000/feed' });
		expect(sources.odata3.href).toBe('http://127.0.0.1:4000/feed');
	});
	it.each(['ftp://example.nl', 'https://example.nl/?x=1', 'https://me:word@example.nl', 'cbs'])(
		'is not %s',
		(address) => {
			expect(() => readConfig({ PDOK_URL: address })).toThrow(/PDOK_URL/);
		},
	);
});
