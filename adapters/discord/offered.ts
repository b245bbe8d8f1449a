import type { OfferedFile } from '../../src/core/with-files.ts';
import { componentTypes, optionTypes } from './codes.ts';
import type { Attachments, ModalData, ValueOption } from './schema.ts';

/** A file that somebody attached, and where Discord has it. */
export interface DiscordFileOffer extends OfferedFile {
  readonly size: number;
  readonly url: string;
}

/** What somebody attached, by the option or the field that it was attached to. */
export type OfferedFiles = Readonly<Record<string, DiscordFileOffer>>;

/** What is attached to the options of a command. */
export function attachedTo(options: readonly ValueOption[], attachments: Attachments | undefined) {
  const attached = options.filter(({ type }) => type === optionTypes.attachment);
  return offered(
    attached.map(({ name, value }) => [name, String(value)]),
    attachments,
  );
}

/** What is in the uploads of a form. */
export function uploadedIn({ components, resolved }: ModalData) {
  const inputs = components.flatMap((one) => ('component' in one ? [one.component] : []));
  const ids = inputs.flatMap((input): [string, string][] =>
    input.type === componentTypes.fileUpload && input.values[0] ? [[input.custom_id, input.values[0]]] : [],
  );
  return offered(ids, resolved?.attachments);
}

/** The files with these ids, by the name of what they were attached to. */
function offered(
  ids: readonly (readonly [string, string])[],
  attachments: Attachments = {},
): { readonly files?: OfferedFiles } {
  const found = ids.flatMap(([to, id]): [string, DiscordFileOffer][] => {
    const file = Object.hasOwn(attachments, id) ? attachments[id] : undefined;
    return file ? [[to, { name: file.filename, size: file.size, url: file.url }]] : [];
  });
  return found.length > 0 ? { files: Object.fromEntries(found) } : {};
}
