import * as v from 'valibot';

const PORT_SENTENCE = 'PORT must be a whole number from 1 to 65535; for example 3000.';
const PROXY_SENTENCE =
	'TRUST_PROXY must be the number of reverse proxies in front, from 0 to 10; for example 1.';
const MAIL_ADDRESS = /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

function wholeNumber(from: number, to: number, sentence: string) {
	return v.pipe(
		v.string(),
		v.regex(/^\d{1,6}$/, sentence),
		v.transform(Number),
		v.check((value) => value >= from && value <= to, sentence),
	);
}

function address(protocols: string[], sentence: string) {
	return v.pipe(
		v.string(),
		v.check((value) => {
			const url = URL.parse(value);
			return url !== null && protocols.includes(url.protocol);
		}, sentence),
	);
}

/** Where figures are fetched. Only these settings say so, never what somebody types. */
function sourceAddress(name: string, fallback: string) {
	const sentence = `${name} must be the address of a source of figures, beginning with https:// (http:// only for this machine or a network of your own); for example ${fallback}.`;
	return v.optional(
		v.pipe(
			address(['https:', 'http:'], sentence),
			v.check((value) => {
				const url = URL.parse(value);
				return url === null || (!url.search && !url.hash && !url.username);
			}, sentence),
		),
		fallback,
	);
}

/** The environment variables that Wijkagenda reads: shape, default, and the sentence when wrong. */
export const environmentSchema = v.object({
	NODE_ENV: v.optional(
		v.picklist(
			['development', 'test', 'production'],
			'NODE_ENV must be development, test or production.',
		),
		'development',
	),
	HOST: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^[\w.:-]+$/,
				'HOST must be a host name or address to listen on; for example 127.0.0.1 or 0.0.0.0.',
			),
		),
		'127.0.0.1',
	),
	PORT: v.optional(wholeNumber(1, 65535, PORT_SENTENCE), '3000'),
	PUBLIC_URL: v.optional(
		v.pipe(
			address(
				['http:', 'https:'],
				'PUBLIC_URL must be the full address people use, beginning with https:// (or http://); for example https://wijkagenda.example.nl.',
			),
			v.check((value) => {
				const url = URL.parse(value);
				return url === null || (url.pathname === '/' && !url.search && !url.hash && !url.username);
			}, 'PUBLIC_URL must be an address without a path, name or password; Wijkagenda needs a host name of its own.'),
		),
	),
	TRUST_PROXY: v.optional(wholeNumber(0, 10, PROXY_SENTENCE), '0'),
	DATA_DIR: v.optional(v.string(), './var'),
	DATABASE_URL: v.optional(
		address(
			['postgres:', 'postgresql:'],
			'DATABASE_URL must begin with postgres:// or postgresql://; for example postgres://user:password@db.example.nl/wijkagenda. Leave it out to use the PostgreSQL that comes with Wijkagenda.',
		),
	),
	CBS_ODATA4_URL: sourceAddress('CBS_ODATA4_URL', 'https://datasets.cbs.nl/odata/v1/CBS'),
	CBS_ODATA3_URL: sourceAddress('CBS_ODATA3_URL', 'https://opendata.cbs.nl/ODataFeed/odata'),
	THIRD_PARTY_ODATA_URL: sourceAddress(
		'THIRD_PARTY_ODATA_URL',
		'https://dataderden.cbs.nl/ODataFeed/odata',
	),
	PDOK_URL: sourceAddress('PDOK_URL', 'https://api.pdok.nl/cbs'),
	SMTP_URL: v.optional(
		address(
			['smtp:', 'smtps:'],
			'SMTP_URL must begin with smtp:// or smtps://; for example smtp://user:password@mail.example.nl:587.',
		),
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				MAIL_ADDRESS,
				'MAIL_FROM must be an e-mail address, with or without a name; for example Wijkagenda <wijkagenda@example.nl>.',
			),
		),
	),
	LOG_LEVEL: v.optional(
		v.picklist(['debug', 'info', 'warn', 'error'], 'LOG_LEVEL must be debug, info, warn or error.'),
		'info',
	),
});

/** The checked environment. */
export type Environment = v.InferOutput<typeof environmentSchema>;
