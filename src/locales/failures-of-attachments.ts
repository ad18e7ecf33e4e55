import { messages } from './messages.ts';

/** What expected failures about photos and files say to people. */
export const attachmentFailures = messages({
	nl: {
		'attachment.gone': 'Deze foto of dit bestand is intussen verwijderd.',
		'attachment.not_a_piece':
			'Dit is geen stuk van een bestand: de kop Upload-Offset of Content-Type klopt niet.',
		'attachment.incomplete': 'Het bestand is nog niet helemaal aangekomen. Verstuur de rest.',
		'attachment.checksum':
			'Wat aankwam, is niet wat er verstuurd werd. Verstuur het bestand opnieuw.',
		'attachment.unknown_type':
			'Dit soort bestand nemen wij niet aan. Kies een foto (JPG, PNG, WebP), een filmpje (MP4, MOV) of een pdf.',
		'attachment.unreadable':
			'Dit bestand is beschadigd of niet wat het lijkt. Kies een ander, of bewaar het opnieuw als JPG, MP4 of PDF.',
		'attachment.too_many_pixels':
			'Deze foto is groter dan 60 miljoen beeldpunten. Maak hem kleiner en kies hem opnieuw.',
		'attachment.too_many':
			'Bij deze bron staan al 20 foto’s en bestanden. Verwijder er een, of maak er een bron bij.',
		'attachment.too_many_coming':
			'Er zijn al 200 bestanden aangekondigd die nog niet binnen zijn. Verstuur die eerst.',
	},
	en: {
		'attachment.gone': 'This photo or file was removed meanwhile.',
		'attachment.not_a_piece':
			'This is not a piece of a file: the header Upload-Offset or Content-Type is wrong.',
		'attachment.incomplete': 'The file has not arrived as a whole yet. Send the rest.',
		'attachment.checksum': 'What arrived is not what was sent. Send the file again.',
		'attachment.unknown_type':
			'We do not take this kind of file. Choose a photo (JPG, PNG, WebP), a film (MP4, MOV) or a PDF.',
		'attachment.unreadable':
			'This file is damaged, or not what it seems. Choose another, or save it again as JPG, MP4 or PDF.',
		'attachment.too_many_pixels':
			'This photo has more than 60 million pixels. Make it smaller and choose it again.',
		'attachment.too_many':
			'This source has 20 photos and files already. Remove one, or add another source.',
		'attachment.too_many_coming':
			'200 files were announced already that have not come in. Send those first.',
	},
});
