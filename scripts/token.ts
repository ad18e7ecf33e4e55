// npm run -s token -- --as procesmanager: prints one access token, and nothing else, on stdout.
import { parseArgs } from 'node:util';
import { makeTokenFor } from '#features/accounts/token.server.ts';
import { systemClock } from '#kernel/clock.ts';
import { reachDatabase } from '#server/database/reach.ts';
import { explain, settingsOrExit } from './support/settings.ts';

const usage =
	'Use: npm run -s token -- --as <persona or e-mail> [--role process_manager] [--days 30]';
const silent =
	'With npm run -s only the token is on stdout; without -s npm prints a header of its own before it.';
const say = (line: string) => console.error(line);

try {
	const { values } = parseArgs({
		options: {
			as: { type: 'string' },
			role: { type: 'string' },
			days: { type: 'string', default: '30' },
		},
	});
	const days = Number(values.days);
	if (!values.as || !Number.isInteger(days) || days < 1 || days > 365)
		throw new Error(`${usage}\n${silent}`);
	const database = await reachDatabase(settingsOrExit(), say);
	try {
		const made = await makeTokenFor(database.owner, systemClock, {
			as: values.as,
			role: values.role,
			days,
		});
		say(`Access token of ${made.name} (${made.role}) in ${made.municipality}, for ${days} days.`);
		say('Send it along as: Authorization: Bearer <token>');
		// npm puts its own lines on stdout, and only npm can leave them out.
		if (!isSilent()) say(silent);
		console.log(made.token);
	} finally {
		await database.stop();
	}
} catch (error) {
	explain(error);
	process.exitCode = 1;
}

/** Whether npm was asked to keep quiet, or is not between. */
function isSilent(): boolean {
	const { npm_lifecycle_event: npm, npm_config_loglevel: level } = process.env;
	return npm === undefined || level === 'silent';
}
