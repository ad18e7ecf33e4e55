import type { Area } from '#features/areas/area.queries.server.ts';
import type { Language } from '#locales/messages.ts';
import type { AreaProfile } from './area-profile.server.ts';
import { profileView, type ProfileView } from './profile-view.ts';

export interface ProfilePage {
	area: Area;
	above: Area[];
	names: { own: string; municipality: string | null; country: string | null };
	profile: ProfileView;
	comparable: AreaProfile['comparable'];
	story: AreaProfile['story'];
	withSensitive: boolean;
}

/** What a page with a profile shows; `url` says whether sensitive figures were asked for (`?gevoelig=ja`). */
export function profilePage(
	{ area, above, lines, comparable, story }: AreaProfile,
	url: URL,
	language: Language,
): ProfilePage {
	const nameAt = (level: Area['level']) => above.find((one) => one.level === level)?.name ?? null;
	const names = {
		own: area.name,
		municipality: nameAt('municipality'),
		country: nameAt('country'),
	};
	const withSensitive = url.searchParams.get('gevoelig') === 'ja';
	const shown = {
		lines,
		level: area.level,
		municipalityName: names.municipality ?? '',
		countryName: names.country ?? '',
		withSensitive,
	};
	return {
		area,
		above,
		names,
		comparable,
		story,
		profile: profileView(shown, language),
		withSensitive,
	};
}
