import {
  createComponentBuilder,
  ModalBuilder,
  SlashCommandAssertions,
  SlashCommandBuilder,
  SlashCommandSubcommandBuilder,
  SlashCommandSubcommandGroupBuilder,
} from '@discordjs/builders';
import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { DiscordModal } from '../../../adapters/discord/modals.ts';
import type { DiscordCommand } from '../../../adapters/discord/register.ts';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';
import { walk } from './shown.ts';

/**
 * What the tests hold Discord to, by the validators of discord.js and, since these miss much of it,
 * by limits that are written out again, so that a slip in the adapter's table shows.
 */
export function expectAcceptable(message: DiscordMessage): void {
  const all = walk(message.components);
  expect(all.length).toBeGreaterThan(0);
  expect(all.length).toBeLessThanOrEqual(40);
  const texts = all.filter(({ type }) => type === 10).map(({ content }) => String(content));
  expect(texts.join('').length).toBeLessThanOrEqual(4000);
  for (const text of texts) expect(text.trim()).not.toBe('');
  expectIdsWithinLimits(all);
  for (const one of all) expectComponentWithinLimits(one);
  expect(message.files.length).toBeLessThanOrEqual(10);
  for (const { description } of message.files) expect(description.length).toBeLessThanOrEqual(1024);
  const urls = all.flatMap((one) => [
    ...JSON.stringify(one.file ?? one.items ?? '').matchAll(/attachment:\/\/([^"]+)/gu),
  ]);
  expect(urls.map(([, name]) => name)).toEqual(message.files.map(({ name }) => name));
  for (const component of message.components) expect(() => createComponentBuilder(component).toJSON()).not.toThrow();
}

/** The same for a form. */
export function expectModalWithinLimits(modal: DiscordModal): void {
  expect(() => new ModalBuilder(modal).toJSON()).not.toThrow();
  expectLength(modal.title, 1, 45);
  expectLength(modal.custom_id, 1, 100);
  expect(modal.components.length).toBeGreaterThan(0);
  expect(modal.components.length).toBeLessThanOrEqual(5);
  const all = walk(modal.components);
  const texts = all.flatMap(({ type, content }) => (type === 10 ? [String(content)] : []));
  for (const text of texts) expectLength(text, 1, 4000);
  expectIdsWithinLimits(all);
  for (const one of all) expectComponentWithinLimits(one);
}

function expectIdsWithinLimits(all: readonly Record<string, unknown>[]): void {
  const ids = all.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expectLength(id, 1, 100);
}

function expectLength(text: unknown, least: number, most: number): void {
  expect(String(text).length).toBeGreaterThanOrEqual(least);
  expect(String(text).length).toBeLessThanOrEqual(most);
}

/** One component by itself; what it holds comes by itself, too. */
function expectComponentWithinLimits(one: Record<string, unknown>): void {
  const { type, components, options, items, label, description, placeholder, value, max_length: max } = one;
  if (type === 1) expectRowWithinLimits(components as readonly { readonly type: number }[]);
  if (type === 2) expectLength(label, 1, 80);
  if (type === 18) expectLength(label, 1, 45);
  if (type === 18 && description !== undefined) expectLength(description, 1, 100);
  if (placeholder !== undefined) expectLength(placeholder, 1, type === 4 ? 100 : 150);
  if (type === 4) expectLength(value ?? '', 0, Number(max ?? 4000));
  if (type === 4 && max !== undefined) expect(Number(max)).toBeLessThanOrEqual(4000);
  if (type === 9) expect((components as readonly unknown[]).length).toBeLessThanOrEqual(3);
  if (type === 3) expectOptionsWithinLimits(options as readonly Record<string, unknown>[]);
  for (const item of (items ?? []) as readonly Record<string, unknown>[])
    if (item.description !== undefined) expectLength(item.description, 1, 1024);
}

/** Five buttons, or one select. */
function expectRowWithinLimits(components: readonly { readonly type: number }[]): void {
  expect(components.length).toBeGreaterThan(0);
  expect(components.length).toBeLessThanOrEqual(components.every(({ type }) => type === 2) ? 5 : 1);
}

function expectOptionsWithinLimits(options: readonly Record<string, unknown>[]): void {
  expect(options.length).toBeGreaterThan(0);
  expect(options.length).toBeLessThanOrEqual(25);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  for (const { label, value } of options) for (const text of [label, value]) expectLength(text, 1, 100);
}

/** The same for a command with all below it. */
export function expectCommandWithinLimits(command: DiscordCommand): void {
  const { name, description, options = [], description_localizations: translated } = command;
  const builder = new SlashCommandBuilder().setName(name).setDescription(description);
  SlashCommandAssertions.validateLocalizationMap(translated);
  for (const option of options) {
    if (option.type === 2) builder.addSubcommandGroup(groupOf(option));
    else if (option.type === 1) builder.addSubcommand(subcommandOf(option));
    else expectOptionWithinLimits(option);
  }
  SlashCommandAssertions.validateMaxOptionsLength(options);
  expect(() => builder.toJSON()).not.toThrow();
  expect(sizeOf(command)).toBeLessThanOrEqual(8_000);
}

type Nested<Type extends number> = Extract<APIApplicationCommandOption, { type: Type }>;

function groupOf({ name, description, options = [] }: Nested<2>): SlashCommandSubcommandGroupBuilder {
  const group = new SlashCommandSubcommandGroupBuilder().setName(name).setDescription(description);
  for (const option of options) group.addSubcommand(subcommandOf(option));
  return group;
}

function subcommandOf({ name, description, options = [] }: Nested<1>): SlashCommandSubcommandBuilder {
  SlashCommandAssertions.validateMaxOptionsLength(options);
  for (const option of options) expectOptionWithinLimits(option);
  return new SlashCommandSubcommandBuilder().setName(name).setDescription(description);
}

function expectOptionWithinLimits(option: APIApplicationCommandOption): void {
  SlashCommandAssertions.validateName(option.name);
  SlashCommandAssertions.validateDescription(option.description);
  SlashCommandAssertions.validateLocalizationMap(option.description_localizations);
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  expect(choices.length).toBeLessThanOrEqual(25);
  for (const { name, value } of choices) for (const text of [name, value]) expectLength(text, 1, 100);
}

/** Names, descriptions and values, each in the language in which it is longest. */
function sizeOf(node: DiscordCommand | APIApplicationCommandOption): number {
  const own = node.name.length + longest(node.description, node.description_localizations);
  const choices = 'choices' in node ? (node.choices ?? []) : [];
  const chosen = choices.map(({ name, value, name_localizations: names }) => longest(name, names) + `${value}`.length);
  const below = 'options' in node ? (node.options ?? []).map(sizeOf) : [];
  return [own, ...chosen, ...below].reduce((total, size) => total + size, 0);
}

function longest(text: string, others: object | null | undefined): number {
  return Math.max(...[text, ...Object.values(others ?? {})].map((one) => String(one ?? '').length));
}
