import type { ContextBlock, InputBlock, InputBlockElement, KnownBlock, ModalView } from '@slack/types';
import type { Field, Form } from '../../src/core/form.ts';
import { assertNever, type Choice } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import { limits } from './limits.ts';
import { drawOption, plainText } from './render.ts';
import { isChannelId, isPersonId } from './rich-text.ts';
import { carry } from './wire.ts';
import { type SlackWords, slackWords } from './words.ts';

/** What every form is known by when it comes back. */
export const formCallback = 'form';

/** What an input for a group is known by: Slack has nothing to pick one with, so it is a text. */
export const groupInput = 'group';

/** What Slack offers to pick from; whatever arrives is looked at all the same. */
const fileTypes = ['csv', 'json', 'ics', 'txt'] as const;

/** Where a form was asked for. A sent form tells neither, and both are needed to answer it. */
export interface FormOrigin {
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
  /** What it was asked for with; no other time has the same. */
  readonly triggerId?: string | undefined;
}

/**
 * A form as a modal: one input a field, whose `block_id` is the field's name. `undefined` when its
 * call or its fields are more than a modal holds: then the reply says what to type.
 *
 * The ids of an input depend on its field and kind alone, so that a form that is shown again keeps
 * what was typed. A field whose value has to take the place of that has an id of its own each time.
 */
export function renderForm(form: Form, origin: FormOrigin = {}): ModalView | undefined {
  const words = slackWords(form.language);
  const metadata = carryForm(form, origin);
  const blocks = [...drawTitle(form.title), ...form.fields.flatMap((field) => drawField(field, form, origin, words))];
  if (metadata === undefined || blocks.length === 0 || blocks.length > limits.blocksInModal) return undefined;
  return {
    type: 'modal',
    callback_id: formCallback,
    private_metadata: metadata,
    title: plainText(shorten(form.title, limits.modalTitle)),
    submit: plainText(words.send),
    close: plainText(words.close),
    blocks,
  };
}

/** The answer to a sent form that keeps it open, each sentence at the field of that name. */
export function submitErrors(problems: Readonly<Record<string, string>>): {
  readonly response_action: 'errors';
  readonly errors: Readonly<Record<string, string>>;
} {
  return { response_action: 'errors', errors: { ...problems } };
}

/** Channel, address to answer to, call: a line each, the call last because it may have lines itself. */
function carryForm({ call }: Form, { channel = '', responseUrl = '' }: FormOrigin): string | undefined {
  const head = `${channel}\n${responseUrl}\n`;
  const carried = carry({ kind: 'form', call }, limits.privateMetadata - head.length);
  return carried === undefined ? undefined : head + carried;
}

/** A title that is too long for the bar is said in full above the fields. */
function drawTitle(title: string): readonly ContextBlock[] {
  return title.length > limits.modalTitle ? [context(title)] : [];
}

function drawField(
  field: Field,
  { call }: Form,
  { triggerId = '' }: FormOrigin,
  words: SlackWords,
): readonly KnownBlock[] {
  const problem = field.problem === undefined || field.problem === '' ? [] : [context(`⚠ ${field.problem}`)];
  const long = field.kind !== 'file' && (field.value ?? '').length > limits.inputText;
  const told = long ? [...problem, context(`${field.label}: ${field.value}`)] : problem;
  // An input that starts empty would clear the text when the form is sent; without an input it stays.
  if (long && !field.required) return told;
  const drawn = drawElement(field, words);
  const element = field.fresh
    ? { ...drawn, action_id: `${drawn.action_id}:${triggerId}`.slice(0, limits.actionId) }
    : drawn;
  const input: InputBlock = {
    type: 'input',
    block_id: field.name,
    label: plainText(shorten(field.label.trim() === '' ? field.name : field.label, limits.inputLabel)),
    optional: !field.required,
    element,
    ...(element.type === 'plain_text_input' && hint(field, `/${call.path} ${field.name}:@${field.name}`, words)),
  };
  return [...told, input];
}

function context(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(shorten(text, limits.textObject))] };
}

/** The input that fits the field and can show its value; a value is never lost to a prettier input. */
function drawElement(field: Field, words: SlackWords): InputBlockElement {
  const { value = '' } = field;
  switch (field.kind) {
    case 'text':
      return textInput(field);
    case 'paragraph':
      return textInput(field, true);
    case 'integer':
      if (!/^(?:-?\d+)?$/u.test(value)) return textInput(field);
      return { ...withId('number_input'), is_decimal_allowed: false, ...(value !== '' && { initial_value: value }) };
    case 'date':
      if (!pickable(field, /^\d{4}-\d{2}-\d{2}$/u)) return textInput(field);
      return { ...withId('datepicker'), ...(value !== '' && { initial_date: value }) };
    case 'time':
      if (!pickable(field, /^(?:[01]\d|2[0-3]):[0-5]\d$/u)) return textInput(field);
      return { ...withId('timepicker'), ...(value !== '' && { initial_time: value }) };
    case 'choice':
      return choiceInput(field, field.choices ?? [], 'static_select');
    case 'flag':
      return choiceInput(field, yesOrNo(words), field.required ? 'radio_buttons' : 'static_select');
    case 'channel':
      if (value !== '' && !isChannelId(value)) return textInput(field);
      return {
        ...withId('conversations_select'),
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(value !== '' && { initial_conversation: value }),
      };
    case 'person':
      return { ...withId('users_select'), ...(isPersonId(value) && { initial_user: value }) };
    case 'group':
      return { ...textInput(field), action_id: groupInput };
    case 'file':
      return { ...withId('file_input'), filetypes: [...fileTypes], max_files: 1 };
    default:
      return assertNever(field.kind);
  }
}

/**
 * A picker takes what it can show and lets nobody clear it again
 * (https://github.com/slackapi/node-slack-sdk/issues/1631). So an optional field that has a value
 * is a text to edit or empty, and so is a value in words, "in 3 weeks": words stay possible where
 * words were used. A field that starts empty or must be filled is picked.
 */
function pickable({ value = '', required }: Field, pattern: RegExp): boolean {
  return value === '' || (required && pattern.test(value));
}

function yesOrNo({ yes, no }: SlackWords): readonly Choice[] {
  return [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
}

/** Radio buttons cannot be unset, a menu can: an optional field is a menu. */
function choiceInput(
  field: Field,
  choices: readonly Choice[],
  type: 'static_select' | 'radio_buttons',
): InputBlockElement {
  const { value = '' } = field;
  const options = choices.map(drawOption).filter((option) => option !== undefined);
  const initial = choices.findIndex((choice) => choice.value === value);
  const shown = options.length === choices.length && options.length > 0 && options.length <= limits.options;
  if (!shown || (value !== '' && initial === -1)) return textInput(field);
  const option = value === '' ? undefined : options[initial];
  return { ...withId(type), options, ...(option && { initial_option: option }) };
}

/** Where a choice or a group has to be typed, what can be typed. */
function hint({ kind, choices = [] }: Field, command: string, words: SlackWords): Pick<InputBlock, 'hint'> {
  if (kind === 'group') return { hint: plainText(shorten(words.nameGroup(command), limits.inputHint)) };
  if (kind !== 'choice' || choices.length === 0) return {};
  return { hint: plainText(shorten(choices.map(({ value }) => value).join(', '), limits.inputHint)) };
}

/** Never shorter than the value that it has to hold, or Slack refuses the form. */
function textInput({ value = '', max = limits.inputText }: Field, multiline = false): InputBlockElement {
  const room = Math.min(Math.max(max, value.length), limits.inputText);
  return {
    ...withId('plain_text_input'),
    multiline: multiline || value.includes('\n'),
    max_length: room,
    ...(value !== '' && value.length <= room && { initial_value: value }),
  };
}

function withId<T extends InputBlockElement['type']>(type: T): { type: T; action_id: T } {
  return { type, action_id: type };
}
