import framework from '#content/frameworks/2013.json' with { type: 'json' };

/** The themes that the catalogue of indicators names, by domain: those of the framework of 2013. */
export const themeGroupsOf2013 = framework.domains.map(({ name, themes }) => ({
	name,
	themes: themes.map((theme) => ({ id: theme.id, name: theme.name })),
}));
