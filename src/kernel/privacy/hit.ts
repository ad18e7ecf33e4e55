/** What can point to a person in a text. */
export type HitKind = 'bsn' | 'address' | 'phone' | 'email' | 'iban' | 'birthDate' | 'licencePlate';

/** A place in a text, in UTF-16 units as `String.slice` takes them: `text.slice(start, end)`. */
export interface Hit {
	kind: HitKind;
	start: number;
	end: number;
}

/** How a note can tell about one person, without anything that points to one by itself. */
export type PersonHitKind = 'named' | 'atDoor' | 'described' | 'troubled';

/** A place in a text that tells about one person; counted as in `Hit`. */
export interface PersonHit {
	kind: PersonHitKind;
	start: number;
	end: number;
}
