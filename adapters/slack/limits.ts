import type { Pace } from '../../src/core/ports.ts';

/**
 * What Slack takes, in UTF-16 units or items. Slack refuses a whole message for one label that is
 * too long, so every renderer keeps to this table. Pages are under
 * https://docs.slack.dev/reference and were read on 2026-11-22; a line marked `unverified` rests
 * on something else, named there.
 */
export const limits = {
  /** block-kit/blocks */
  blocksInMessage: 50,
  /** views/modal-views */
  blocksInModal: 100,
  /** block-kit/blocks/header-block */
  headerText: 150,
  /** block-kit/composition-objects/text-object; also what a context element may hold */
  textObject: 3000,
  /** block-kit/blocks/actions-block */
  actionsElements: 25,
  /** Ours: more buttons in one row wrap badly on a phone. */
  buttonsInRow: 5,
  /** block-kit/block-elements/button-element */
  buttonText: 75,
  /** block-kit/block-elements/button-element */
  buttonValue: 2000,
  /** block-kit/block-elements, of every interactive element */
  actionId: 255,
  /** block-kit/block-elements/select-menu-element */
  options: 100,
  /** block-kit/block-elements/select-menu-element */
  placeholder: 150,
  /** block-kit/composition-objects/option-object */
  optionText: 75,
  /** unverified: the option-object page said 150 at last, the package `@slack/types` 3.2.0 still says 75 */
  optionValue: 150,
  /** views/modal-views; also of the submit and close buttons */
  modalTitle: 24,
  /** views/modal-views */
  privateMetadata: 3000,
  /** block-kit/blocks/input-block */
  inputLabel: 2000,
  /** block-kit/blocks/input-block */
  inputHint: 2000,
  /** block-kit/block-elements/plain-text-input-element */
  inputText: 3000,
  /** Ours: no page says how long the words for an uploaded picture may be. */
  altText: 1000,
  /**
   * unverified: the best length of `text` by methods/chat.postMessage (above 40,000 it is cut, says
   * https://api.slack.com/changelog/2018-04-truncating-really-long-messages). Editing a message is
   * reported to refuse more, and what cannot be edited must not be sent.
   */
  messageText: 4000,
  /**
   * unverified: no page has a limit for rich text. All blocks of a message together are refused
   * from some 13,200 characters, and in part earlier, with `msg_blocks_too_long`:
   * https://github.com/slackapi/bolt-js/issues/2509 and 2867. We count their JSON, which is longer
   * than their text.
   */
  messageBlocks: 12_000,
  /** Ours, escaped: as much as a section holds, so that each block fits any message. */
  richText: 3000,
  /** Ours, escaped: a longer address is shown as text, which can be split. */
  linkUrl: 2000,
} as const;

/**
 * How fast Slack takes messages, for each workspace's token by itself. Read on 2026-11-27:
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export const pace: Pace = {
  /** One message a second in a channel; short bursts above it are tolerated, but not counted on. */
  place: { count: 1, milliseconds: 1_000 },
  /** unverified: the page says that a workspace has a limit of its own, and not how high. Ours: three a second. */
  workspace: { count: 3, milliseconds: 1_000 },
  /** unverified which tier `conversations.open` has; tier 3 of the page allows 50 a minute and more. */
  openings: { count: 50, milliseconds: 60_000 },
  /**
   * `conversations.history` has tier 3. An app that is sold outside of the Marketplace has one a
   * minute; ours is installed by who runs it.
   */
  looks: { count: 50, milliseconds: 60_000 },
};
