import { expect, test } from 'vitest';
import { isSlackAddress } from '../../../adapters/slack/hosts.ts';

const hosts = ['slack.com'];

test.each([
  'https://slack.com/upload/1',
  'https://files.slack.com/upload/v1/ABC?x=1',
  'https://FILES.SLACK.COM/upload',
])('an address of Slack: %s', (address) => {
  expect(isSlackAddress(address, hosts, undefined)).toBe(true);
});

test.each([
  'http://files.slack.com/upload',
  'https://evil.example/files.slack.com',
  'https://files.slack.com.evil.example/upload',
  'https://notslack.com/upload',
  'https://files.slack.com@evil.example/upload',
  'https://user@files.slack.com/upload',
  'https://127.0.0.1/upload',
  'ftp://files.slack.com/upload',
  '/upload',
  '',
])('no address of Slack: %s', (address) => {
  expect(isSlackAddress(address, hosts, undefined)).toBe(false);
});

test('the machine that the operator named stands for Slack, on any of its ports, and no other', () => {
  const api = 'http://127.0.0.1:4000/api/';
  expect(isSlackAddress('http://127.0.0.1:5000/upload', hosts, api)).toBe(true);
  expect(isSlackAddress('https://files.slack.com/upload', hosts, api)).toBe(true);
  expect(isSlackAddress('http://127.0.0.2:4000/upload', hosts, api)).toBe(false);
});
