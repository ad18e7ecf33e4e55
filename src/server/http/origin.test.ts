import { describe, expect, it } from 'vitest';
import { clientAddress, originOf } from './origin.ts';

const guessed = { publicUrl: 'http://localhost:3000', publicUrlGiven: false, trustProxy: 0 };
const given = { publicUrl: 'https://wijk.example.nl', publicUrlGiven: true, trustProxy: 1 };

describe('the origin of a request', () => {
	it('is PUBLIC_URL, whatever the client says', () => {
		expect(originOf('evil.example', given)).toBe('https://wijk.example.nl');
		expect(originOf('localhost:3000', given)).toBe('https://wijk.example.nl');
	});
	it('is another name of this machine when PUBLIC_URL is not set', () => {
		expect(originOf('127.0.0.1:4100', guessed)).toBe('http://127.0.0.1:4100');
		expect(originOf('[::1]:4100', guessed)).toBe('http://[::1]:4100');
	});
	it('is never a foreign host', () => {
		expect(originOf('evil.example:3000', guessed)).toBe('http://localhost:3000');
		expect(originOf(undefined, guessed)).toBe('http://localhost:3000');
	});
});

describe('the address of a client', () => {
	it('is the one of the connection when no proxy is trusted', () => {
		expect(clientAddress('::ffff:10.0.0.1', '1.2.3.4', 0)).toBe('10.0.0.1');
	});
	it('is what the trusted proxy saw, not what the client claims', () => {
		expect(clientAddress('127.0.0.1', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4');
		expect(clientAddress('127.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2)).toBe('1.2.3.4');
	});
	it('is the outermost one known when there are fewer than expected', () => {
		expect(clientAddress('127.0.0.1', '1.2.3.4', 3)).toBe('1.2.3.4');
		expect(clientAddress('127.0.0.1', undefined, 1)).toBe('127.0.0.1');
	});
});
