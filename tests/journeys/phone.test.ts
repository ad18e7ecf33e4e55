import { expect, it } from 'vitest';
import { evidenceTexts } from '#locales/evidence.ts';
import { citeInFinding, observe } from './support/gathering.ts';
import { person } from './support/person.ts';
import { prepareTrajectory } from './support/prepared.ts';
import { allWays, phone } from './support/way.ts';

it.each(allWays(phone))(
	'a professional notes an observation in the street and makes a finding of it, %s',
	async (_name, way) => {
		const { home } = await prepareTrajectory();
		const professional = await person('professional', way);
		await observe(professional, home, 'Jongeren voetballen tussen de auto’s.');
		await professional.sees(/voetballen|plein/);
		await citeInFinding(professional, 'risk', 'Er is geen veilige plek om te voetballen.');
		const { sources } = professional.words({
			nl: { sources: 'waarneming|observatie' },
			en: { sources: 'observation' },
		});
		const cited = await professional.page.locator('#bronnen').innerText();
		expect(cited).toMatch(new RegExp(sources, 'i'));
		await professional.page.locator('#bronnen').getByRole('link').first().click();
		await professional.reads('Jongeren voetballen tussen de auto’s.');
		await professional.reads(professional.words(evidenceTexts).cite);
	},
);
