import { expect, it } from 'vitest';
import { inspect } from './support/inspect.ts';
import { person } from './support/person.ts';
import { desk, type Way } from './support/way.ts';

const way: Way = { language: 'nl', scripts: true, width: desk };

it('a page with an image that nobody can hear about is refused', async () => {
	const someone = await person(null, way);
	await someone.goes('/?proef=naamloos');
	await someone.page.evaluate(() => document.querySelector('main')?.append(new Image(10, 10)));
	await expect(inspect(someone.page, way)).rejects.toThrow('axe on');
});

it('a page that sticks out on a phone is refused', async () => {
	const someone = await person(null, way);
	await someone.goes('/?proefbreed=1');
	await someone.page.evaluate(() => {
		const wide = document.createElement('p');
		wide.style.inlineSize = '500px';
		wide.textContent = 'breed';
		document.querySelector('main')?.append(wide);
	});
	await expect(inspect(someone.page, way)).rejects.toThrow('the width that');
});
