import {
	degreesAt,
	metresBetween,
	partsAt,
	toTenMetres,
	type MapEdges,
	type MapSpot,
} from '#ui/spot.ts';

/** Farther away than this, in metres, somebody is not at a place. */
const atPlace = 150;
/** How near a tap has to be to a spot to mean it, as a part of the width of the map: a finger. */
const finger = 0.06;

type Words = Record<'near' | 'nowhere' | 'denied' | 'searching' | 'spot', string>;
type Point = { longitude: number; latitude: number };

/**
 * Lets a position or a tap on the map choose a place. A position never leaves this function: what goes into the form is
 * the place, or when none is near a point of some ten metres.
 */
export function startPlaces(holder: HTMLElement): void {
	const spots = JSON.parse(holder.dataset.places ?? '[]') as MapSpot[];
	const words = JSON.parse(holder.dataset.placesWords ?? '{}') as Words;
	const said = holder.querySelector('[data-near-said]');
	const say = (text: string) => said?.replaceChildren(text);
	const map = holder.querySelector<SVGSVGElement>('[data-spot-map]');
	const edges = map ? (JSON.parse(map.dataset.spotMap ?? '{}') as MapEdges) : null;

	const choose = (id: string): void => {
		const radio = holder.querySelector<HTMLInputElement>(`[name=placeId][value="${id}"]`);
		if (!radio) return;
		const fold = radio.closest('details');
		if (fold) fold.open = true;
		radio.checked = true;
		radio.dispatchEvent(new Event('change', { bubbles: true }));
	};
	const putPoint = (point: Point | null): void => {
		for (const name of ['longitude', 'latitude'] as const) {
			const field = holder.querySelector<HTMLInputElement>(`[name=${name}]`);
			if (field) field.value = point ? String(point[name]) : '';
			field?.dispatchEvent(new Event('input', { bubbles: true }));
		}
		if (map && edges) showPoint(map, edges, point);
	};
	const takeSpot = (spot: MapSpot, metres?: number): void => {
		putPoint(null);
		choose(spot.id);
		if (metres !== undefined)
			say(words.near.replace('{name}', spot.name).replace('{metres}', String(Math.round(metres))));
	};
	const takePoint = (point: Point, text: string): void => {
		choose('');
		putPoint(point);
		say(text);
	};

	startNear(holder, words, say, (here) => {
		const [nearest] = spots
			.map((spot) => ({ spot, metres: metresBetween(spot, here) }))
			.sort((a, b) => a.metres - b.metres);
		if (nearest && nearest.metres <= atPlace) takeSpot(nearest.spot, nearest.metres);
		else takePoint(here, words.nowhere);
	});
	if (!map || !edges) return;
	holder.querySelector('[data-map-hint]')?.removeAttribute('hidden');
	map.addEventListener('click', (event) => {
		const box = map.getBoundingClientRect();
		const at = [
			(event.clientX - box.left) / box.width,
			(event.clientY - box.top) / box.height,
		] as const;
		const spot = spotAt(spots, edges, at, box.height / box.width);
		if (spot) takeSpot(spot, undefined);
		else takePoint(degreesAt(edges, ...at), words.spot);
	});
}

/** The spot that a tap means: the nearest within a finger. */
function spotAt(
	spots: readonly MapSpot[],
	edges: MapEdges,
	[across, down]: readonly [number, number],
	ratio: number,
): MapSpot | undefined {
	const [nearest] = spots
		.map((spot) => {
			const [x, y] = partsAt(edges, spot);
			return { spot, away: Math.hypot(x - across, (y - down) * ratio) };
		})
		.sort((a, b) => a.away - b.away);
	return nearest && nearest.away <= finger ? nearest.spot : undefined;
}

function showPoint(map: SVGSVGElement, edges: MapEdges, point: Point | null): void {
	const dot = map.querySelector<SVGCircleElement>('[data-spot-point]');
	if (!dot) return;
	dot.style.display = point ? '' : 'none';
	if (!point) return;
	const [across, down] = partsAt(edges, point);
	const { width, height } = map.viewBox.baseVal;
	dot.setAttribute('cx', String(across * width));
	dot.setAttribute('cy', String(down * height));
}

/** The button that asks the phone where it is; only there when the phone can tell. */
function startNear(
	holder: HTMLElement,
	words: Words,
	say: (text: string) => void,
	found: (here: Point) => void,
): void {
	const near = holder.querySelector<HTMLElement>('[data-near]');
	if (!near || !('geolocation' in navigator)) return;
	near.hidden = false;
	near.querySelector('button')?.addEventListener('click', () => {
		say(words.searching);
		navigator.geolocation.getCurrentPosition(
			({ coords }) =>
				found({ longitude: toTenMetres(coords.longitude), latitude: toTenMetres(coords.latitude) }),
			() => say(words.denied),
			{ enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
		);
	});
}
