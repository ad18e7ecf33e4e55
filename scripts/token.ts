// npm run token -- --as procesmanager: prints one access token, and nothing else, on stdout.
import { parseArgs } from 'node:util';
import { makeTokenFor } from '#features/accounts/token.server.ts';
import { systemClock } from '#kernel/clock.ts';
import { reachDatabase } from '#server/database/reach.ts';
import { explain, settingsOrExit } from './support/settings.ts';

const usage =
	'Use: npm run --silent token -- --as <persona or e-mail> [--role process_manager] [--days 30]';
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
	if (!values.as || !Number.isInteger(days) || days < 1 || days > 365) throw new Error(usage);
	const database = await reachDatabase(settingsOrExit(), say);
	try {
		const made = await makeTokenFor(database.owner, systemClock, {
			as: values.as,
			role: values.role,
			days,
		});
		say(`Access token of ${made.name} (${made.role}) in ${made.municipality}, for ${days} days.`);
		say('Send it along as: Authorization: Bearer <token>');
		console.log(made.token);
	} finally {
		await database.stop();
	}
} catch (error) {
	explain(error);
	process.exitCode = 1;
}
