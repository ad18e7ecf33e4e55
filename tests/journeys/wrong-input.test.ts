import { it } from 'vitest';
import { makeChain } from '#tests/support/api-chain.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, desk } from './support/way.ts';
import { frameCases, gatheringCases } from './support/wrong-first.ts';
import { agendaCases, planCases } from './support/wrong-last.ts';
import { triesInVain } from './support/wrong.ts';

it.each(allWays(desk))(
	'a wrong input at each step gets a sentence beside its field and loses nothing, %s',
	async (_name, way) => {
		const { home, trajectoryId, api } = await prepareTrajectory();
		const chain = await makeChain(api, trajectoryId);
		const other = await api.send('POST', `/trajecten/${trajectoryId}/bevindingen`, {
			kind: 'protective',
			text: 'Buren groeten elkaar.',
			themes: ['ontmoeting'],
		});
		const someone = await person('process_manager', way);
		const { language } = way;
		for (const form of [
			...frameCases(language),
			...gatheringCases(language),
			...agendaCases(language, chain, other.id),
			...planCases(language, chain),
		])
			await triesInVain(someone, home, form);
	},
);
