import { messages } from './messages.ts';

/** What the privacy scanner found, as people call it. */
export const personalData = messages({
	nl: {
		bsn: 'burgerservicenummer',
		address: 'huisadres',
		phone: 'telefoonnummer',
		email: 'e-mailadres',
		iban: 'rekeningnummer',
		birthDate: 'geboortedatum',
		licencePlate: 'kenteken',
		named: 'naam van iemand',
		atDoor: 'iemand op een huisnummer',
		described: 'beschrijving van één persoon',
		troubled: 'verhaal over één persoon',
	},
	en: {
		bsn: 'citizen service number',
		address: 'home address',
		phone: 'telephone number',
		email: 'mail address',
		iban: 'bank account number',
		birthDate: 'date of birth',
		licencePlate: 'licence plate',
		named: 'somebody’s name',
		atDoor: 'somebody at a house number',
		described: 'description of one person',
		troubled: 'story about one person',
	},
});

/** What is said about it while somebody types. */
export const personHintTexts = messages({
	nl: {
		found: (piece: string, what: string) =>
			`‘${piece}’ lijkt op een ${what}. Schrijf het op zonder: het gaat om plekken en patronen, niet om personen. Zo kan dit niet worden opgeslagen.`,
		onePerson: (piece: string) =>
			`‘${piece}’: dit lijkt over één persoon of gezin te gaan. Dat bewaren we niet. Schrijf op wat vaker voorkomt, of wat er met de plek is. Zorgen om iemand? Kijk bij ‘Wat als het over één persoon gaat?’.`,
	},
	en: {
		found: (piece, what) =>
			`‘${piece}’ looks like a ${what}. Write it without: this is about places and patterns, not about persons. It cannot be saved like this.`,
		onePerson: (piece) =>
			`‘${piece}’: this seems to be about one person or family. We do not keep that. Write down what happens more often, or how the place is. Worried about somebody? Look under ‘What if it is about one person?’.`,
	},
});
