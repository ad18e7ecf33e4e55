import type { Text } from './example-file.ts';
import type { ExampleRun } from './example-step.ts';
import type { ExampleLifeworld } from './lifeworld-file.ts';

/** A text of the example that says of itself that it was made up. */
export function marked({ language }: ExampleRun, { mark }: ExampleLifeworld, text: Text): string {
	return `${text[language]} (${mark[language]})`;
}
