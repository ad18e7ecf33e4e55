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
	},
	en: {
		bsn: 'citizen service number',
		address: 'home address',
		phone: 'telephone number',
		email: 'mail address',
		iban: 'bank account number',
		birthDate: 'date of birth',
		licencePlate: 'licence plate',
	},
});

/** What is said about it while somebody types. */
export const personHintTexts = messages({
	nl: {
		found: (piece: string, what: string) =>
			`‘${piece}’ lijkt op een ${what}. Schrijf het op zonder: het gaat om plekken en patronen, niet om personen. Zo kan dit niet worden opgeslagen.`,
	},
	en: {
		found: (piece, what) =>
			`‘${piece}’ looks like a ${what}. Write it without: this is about places and patterns, not about persons. It cannot be saved like this.`,
	},
});
