import { expect, it } from 'vitest';
import { onePoint, wordsOfSpot } from './spot.ts';

it('a place and what was written beside it are both kept, each once', () => {
	expect(wordsOfSpot('Speeltuin', '')).toBe('Speeltuin');
	expect(wordsOfSpot('Speeltuin', 'bij de glijbaan')).toBe('Speeltuin, bij de glijbaan');
	expect(wordsOfSpot('Speeltuin', 'Speeltuin, bij de glijbaan')).toBe('Speeltuin, bij de glijbaan');
});

it('half a point is none', () => {
	expect(onePoint({ longitude: null, latitude: null })).toBeNull();
	expect(onePoint({ longitude: 5.9, latitude: null })).toBe('half');
	expect(onePoint({ longitude: 5.9, latitude: 51.9 })).toEqual({ longitude: 5.9, latitude: 51.9 });
});
