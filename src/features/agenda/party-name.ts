/** What a party needs to be named by. */
interface Named {
	name: string;
	isResidents: boolean;
	gathered: { how: string; people: number | null } | null;
}

/** The words of the interface that names of parties are made with (`weighingTexts`). */
interface Words {
	residents: string;
	gathered: (how: string) => string;
	gatheredWith: (how: string, people: number) => string;
}

/** The name of a party as people read it: residents are marked, gathered scores say how and with how many. */
export function partyName({ name, isResidents, gathered }: Named, t: Words): string {
	if (gathered === null) return isResidents ? `${name} (${t.residents})` : name;
	return gathered.people === null
		? t.gathered(gathered.how)
		: t.gatheredWith(gathered.how, gathered.people);
}
