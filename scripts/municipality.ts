// npm run municipality -- --name Arnhem --slug arnhem --code GM0202 --admin you@example.nl: makes a municipality and
// invites its first administrator and process manager.
import { parseArgs } from 'node:util';
import { foundMunicipality } from '#features/accounts/municipality.found.server.ts';
import { systemClock } from '#kernel/clock.ts';
import { reachDatabase } from '#server/database/reach.ts';
import { setRuntime } from '#server/runtime.ts';
import { explain, settingsOrExit } from './support/settings.ts';

const usage =
	'Use: npm run municipality -- --name Arnhem --slug arnhem --code GM0202 --admin you@example.nl [--admin-name "Your name"]';
const say = (line: string) => console.log(line);

try {
	const { values } = parseArgs({
		options: {
			name: { type: 'string' },
			slug: { type: 'string' },
			code: { type: 'string' },
			admin: { type: 'string' },
			'admin-name': { type: 'string' },
		},
	});
	const { name, slug, code, admin } = values;
	if (!name || !slug || !code || !admin) throw new Error(usage);
	const config = settingsOrExit();
	const database = await reachDatabase(config, say);
	try {
		setRuntime({ config, database });
		const { links } = await foundMunicipality(database.owner, systemClock, {
			name,
			slug,
			code,
			email: admin,
			personName: values['admin-name'] ?? admin,
		});
		say(`${name} is at ${config.publicUrl}/${slug}.`);
		for (const { role, address } of links)
			say(`Sign in as ${role}, once, within 7 days: ${address}`);
		if (config.smtpUrl) say(`The same links go to ${admin} by e-mail while Wijkagenda runs.`);
	} finally {
		await database.stop();
	}
} catch (error) {
	explain(error);
	process.exitCode = 1;
}
