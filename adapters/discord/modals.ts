import type {
  APIChannelSelectComponent,
  APIFileUploadComponent,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APIRoleSelectComponent,
  APIStringSelectComponent,
  APITextInputComponent,
  APIUserSelectComponent,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';
import { encode } from '../../src/core/call-codec.ts';
import { carriedFields, type Field, type Form } from '../../src/core/form.ts';
import type { Call } from '../../src/core/invocation.ts';
import { printCall } from '../../src/core/parse.ts';
import { assertNever, type Choice, code, type Line } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import { channelTypes, componentTypes, isSnowflake, textInputStyles } from './codes.ts';
import { drawLine, splitLine } from './inline.ts';
import { limits } from './limits.ts';
import { textDisplay } from './pack.ts';
import { type DiscordWords, discordWords } from './words.ts';

export type DiscordModal = APIModalInteractionResponseCallbackData;

/**
 * A form as a modal. With more fields than a modal takes, those that need attention stay and a
 * text names the others; the values of these travel along in the modal's id, or, when they are
 * too long for it, stand in that text as a command to type, unless what is not sent stays anyway. A problem that is too long for its
 * field is told in full there. `undefined` when the form's call does not fit into an id or no field
 * can be drawn: then show the reply instead.
 */
export function renderForm(form: Form): DiscordModal | undefined {
  const words = discordWords(form.language);
  const drawable = form.fields.filter(isDrawable);
  const told = form.fields.flatMap(({ problem = '' }) => (problem.length > limits.modal.description ? [problem] : []));
  const room = limits.modal.components - (told.length > 0 ? 1 : 0);
  const all = drawable.length === form.fields.length && drawable.length <= room;
  const drawn = all ? drawable : mostUrgent(drawable, limits.modal.components - 1);
  const others = form.fields.filter((field) => !drawn.includes(field));
  // What an edit does not send back stays as it stands.
  const lost = form.keeps ? [] : others;
  const full: Call = { path: form.call.path, args: { ...form.call.args, ...valuesOf(lost) } };
  const carrying = encode({ kind: 'form', call: full }, limits.component.customId);
  const id = carrying ?? encode({ kind: 'form', call: form.call }, limits.component.customId);
  if (id === undefined || drawn.length === 0) return undefined;
  const remarks = [
    ...told.map(drawProblem),
    ...(others.length === 0
      ? []
      : drawOthers(others, carrying === undefined ? full : undefined, form.keeps ? words.stay : words.noRoom, words)),
  ];
  const remark = remarks.length === 0 ? [] : [textDisplay(withinText(remarks, words))];
  return {
    title: shorten(form.title.trim() === '' ? `/${form.call.path}` : form.title, limits.modal.title),
    custom_id: id,
    components: [...drawn.map((field) => drawField(field, words)), ...remark],
  };
}

/** An input's value must fit whole: a shortened one would be sent back as if it had been meant. A file is none. */
function isDrawable({ kind, value }: Field): boolean {
  return kind === 'file' || value === undefined || value.length <= limits.modal.input;
}

/** What is wrong or asked for now, then what must be filled, then the rest; shown in the form's own order. */
function mostUrgent(fields: readonly Field[], count: number): readonly Field[] {
  const wrong = fields.filter(({ problem, fresh }) => problem !== undefined || fresh);
  const chosen = [...new Set([...wrong, ...fields.filter(({ required }) => required), ...fields])].slice(0, count);
  return fields.filter((field) => chosen.includes(field));
}

function valuesOf(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(
    carriedFields(fields).flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Which fields found no room, what is wrong with them, and the command that takes them. */
function drawOthers(
  others: readonly Field[],
  lost: Call | undefined,
  sentence: string,
  words: DiscordWords,
): readonly string[] {
  const named = others.map(
    ({ name, label, problem }): Line => [
      code(`${name}:`),
      ` ${shorten(label, limits.modal.description)}`,
      ...(problem === undefined ? [] : [` (${shorten(problem, limits.modal.description)})`]),
    ],
  );
  const lines: Line[] = [[sentence], ...named];
  if (lost) lines.push([words.toKeep, code(shorten(printCall(lost), limits.modal.description * 5))]);
  return lines.map(drawLine);
}

/** What one line may take of a modal's text; the rest says how many more there are. */
const lineRoom = limits.modal.text - 20;

/** A problem in full, or as much of it as there is room for. */
function drawProblem(problem: string): string {
  const [piece = [], ...more] = splitLine([problem], lineRoom - 1);
  return drawLine(more.length === 0 ? piece : [...piece, '…']);
}

/** As many lines as a modal's text takes, and how many more there are. */
function withinText(lines: readonly string[], words: DiscordWords): string {
  const kept: string[] = [];
  for (const one of lines) {
    if ([...kept, one].join('\n').length > lineRoom) break;
    kept.push(one);
  }
  return [...kept, ...(kept.length < lines.length ? [words.more(lines.length - kept.length)] : [])].join('\n');
}

function drawField(field: Field, words: DiscordWords): APILabelComponent {
  const label = field.label.trim() === '' ? field.name : field.label;
  // A problem matters more than the end of a label that is too long to show in full.
  const description = field.problem ?? (label.length > limits.modal.label ? label : '');
  return {
    type: componentTypes.label,
    label: shorten(label, limits.modal.label),
    ...(description.trim() !== '' && { description: shorten(description, limits.modal.description) }),
    component: drawInput(field, words),
  };
}

type Input =
  | APITextInputComponent
  | APIStringSelectComponent
  | APIChannelSelectComponent
  | APIUserSelectComponent
  | APIRoleSelectComponent
  | APIFileUploadComponent;

function drawInput(field: Field, words: DiscordWords): Input {
  switch (field.kind) {
    case 'text':
    case 'paragraph':
      return drawTextInput(field, '');
    case 'integer':
      return drawTextInput(field, words.integerExample);
    case 'date':
      return drawTextInput(field, words.dateExample);
    case 'time':
      return drawTextInput(field, words.timeExample);
    case 'choice':
      return drawSelect(field, field.choices ?? []);
    case 'flag':
      return drawSelect(field, yesOrNo(words));
    case 'channel':
      return drawChannelSelect(field);
    case 'person':
      return drawAccountSelect(field, componentTypes.userSelect, 'user');
    case 'group':
      return drawAccountSelect(field, componentTypes.roleSelect, 'role');
    case 'file':
      return { type: componentTypes.fileUpload, custom_id: field.name, ...requiredness(field), max_values: 1 };
    default:
      return assertNever(field.kind);
  }
}

function drawTextInput({ name, kind, required, max, value, choices }: Field, example: string): APITextInputComponent {
  const long = kind === 'paragraph' || value?.includes('\n') === true;
  const placeholder = example === '' ? (choices ?? []).map(({ label }) => label).join(', ') : example;
  return {
    type: componentTypes.textInput,
    custom_id: name,
    style: long ? textInputStyles.paragraph : textInputStyles.short,
    required,
    // Discord refuses a value that is longer than the input takes; the member is to shorten it.
    ...(max !== undefined && { max_length: Math.min(Math.max(max, value?.length ?? 0, 1), limits.modal.input) }),
    ...(value !== undefined && value !== '' && { value }),
    ...(placeholder !== '' && { placeholder: shorten(placeholder, limits.modal.inputPlaceholder) }),
  };
}

function yesOrNo({ yes, no }: DiscordWords): readonly Choice[] {
  return [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
}

/** A select where Discord takes the choices and the present value is one of them; else an input with that value. */
function drawSelect(field: Field, choices: readonly Choice[]): APIStringSelectComponent | APITextInputComponent {
  const values = choices.map(({ value }) => value);
  const present = field.value?.trim().toLowerCase() ?? '';
  const chosen = choices.find(({ value, label }) => [value.toLowerCase(), label.toLowerCase()].includes(present));
  const takes =
    values.length > 0 &&
    values.length <= limits.component.selectOptions &&
    new Set(values).size === values.length &&
    values.every((value) => value !== '' && value.length <= limits.component.selectOption);
  if (!takes || (present !== '' && chosen === undefined)) return drawTextInput({ ...field, choices }, '');
  return {
    type: componentTypes.stringSelect,
    custom_id: field.name,
    ...requiredness(field),
    options: choices.map(({ value, label }) => ({
      value,
      label: shorten(label.trim() === '' ? value : label, limits.component.selectOption),
      ...(value === chosen?.value && { default: true }),
    })),
  };
}

function drawChannelSelect(field: Field): APIChannelSelectComponent | APITextInputComponent {
  const { name, value = '' } = field;
  if (value !== '' && !isSnowflake(value)) return drawTextInput(field, '');
  return {
    type: componentTypes.channelSelect,
    custom_id: name,
    ...requiredness(field),
    channel_types: [channelTypes.text, channelTypes.announcement],
    ...(value !== '' && { default_values: [{ id: value, type: 'channel' as SelectMenuDefaultValueType.Channel }] }),
  };
}

/** A value that is no id of Discord's cannot be shown in a select; it is picked anew. */
function drawAccountSelect(
  field: Field,
  type: typeof componentTypes.userSelect | typeof componentTypes.roleSelect,
  kind: 'user' | 'role',
): APIUserSelectComponent | APIRoleSelectComponent {
  const { name, value = '' } = field;
  const select = {
    type,
    custom_id: name,
    ...requiredness(field),
    ...(isSnowflake(value) && { default_values: [{ id: value, type: kind }] }),
  };
  // The kind of the value follows from that of the select, which these types cannot say.
  return select as APIUserSelectComponent | APIRoleSelectComponent;
}

/** A select or an upload that may stay empty must say so twice. */
function requiredness({ required }: Field): { required: boolean; min_values?: number } {
  return required ? { required } : { required, min_values: 0 };
}
