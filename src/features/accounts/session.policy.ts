import type { Policy } from '#kernel/policy.ts';
import { runtime } from '#server/runtime.ts';

/** Anyone, but only where the example is: never in production. */
export const onlyWithExample: Policy<unknown> = () =>
	runtime().config.demo ? true : 'only_with_example';

/** Anyone at a computer that is not in production and has no mail server: there the mail has nowhere else to go. */
export const onlyWithoutMailServer: Policy<unknown> = () => {
	const { demo, smtpUrl } = runtime().config;
	return demo && !smtpUrl ? true : 'only_with_example';
};

/** Whoever signed in with a browser: an access token must not make others like itself. */
export const onlyInBrowser: Policy<unknown> = (actor) => {
	if (actor.kind === 'visitor') return 'sign_in_first';
	return actor.kind === 'member' && actor.via === 'browser' ? true : 'only_in_browser';
};
