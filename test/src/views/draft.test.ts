import { describe, expect, it } from 'vitest';
import { renderMessages as discordMessages } from '../../../adapters/discord/render.ts';
import { renderMessages as slackMessages } from '../../../adapters/slack/render.ts';
import { plainPaint, renderReply } from '../../../adapters/terminal/render.ts';
import { button, buttons, type Reply } from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import type { Draft } from '../../../src/drafts/draft.ts';
import { draftReply } from '../../../src/views/draft.ts';
import { wordsIn } from '../../../src/words/words-in.ts';

const draft: Draft = {
  to: 'chen@example.org',
  subject: 'Thank you for your letter',
  body: ['Dear Dr. Chen,', 'I think of [one thing].', 'With gratitude,\n[your name]'],
  gaps: ['one thing', 'your name'],
  attachments: ['cv', 'photo'],
};

function shown(more: Partial<Draft> = {}, language: 'en' | 'fr' = 'en'): Reply {
  const next = buttons(button('Show', 'lor show', { letter: 'L1' }));
  return draftReply({ ...draft, ...more }, { kind: 'thanks', writer: 'Dr. Chen' }, wordsIn(language), next);
}

describe('a draft as a reply', () => {
  it('has the mail whole, what is missing in it, and what to attach', () => {
    const text = toPlainText(shown());
    expect(text).toContain('To: chen@example.org\nSubject: Thank you for your letter');
    expect(text).toContain(draft.body.join('\n\n'));
    expect(text).toContain('It is not finished yet. Fill these in before you send it:\n\n- [one thing]\n- [your name]');
    expect(text).toContain('your CV, your photo');
    expect(text).toContain('I send nothing to a writer myself.');
    expect(text.endsWith('[Show]')).toBe(true);
  });

  it('is ready only without gaps', () => {
    const whole = toPlainText(shown({ gaps: [], attachments: [] }));
    expect(whole).toContain('Nothing is left to fill in.');
    expect(whole).not.toMatch(/not finished|attached/u);
    expect(toPlainText(shown())).not.toContain('Nothing is left');
    expect(toPlainText(shown({ gaps: ['your name'] }))).toContain('Fill this in before you send it:');
  });

  it('opens in a mail program from Slack, and gives the address to copy elsewhere', () => {
    const [slack] = slackMessages(shown());
    expect(JSON.stringify(slack?.blocks)).toContain(
      '"url":"mailto:chen@example.org?subject=Thank%20you%20for%20your%20letter&body=Dear%20Dr.%20Chen',
    );
    expect(slack?.text).not.toContain('mailto:');
    const discord = JSON.stringify(discordMessages(shown()));
    expect(discord).toContain('Write to Dr. Chen in your mail app \\\\(`chen@example.org`\\\\)');
    expect(discord).not.toContain('mailto');
    const terminal = renderReply(shown(), plainPaint, () => '').text;
    expect(terminal).toContain('Write to Dr. Chen in your mail app (chen@example.org)');
    expect(terminal).not.toContain('mailto');
  });

  it('can be copied as it stands on each platform', () => {
    const body = ['*Dear* Dr. Chen,', '- one\n- two', 'A (b) @c #d_e'].join('\n\n');
    const reply = shown({ body: [body] });
    expect(JSON.stringify(discordMessages(reply))).toContain(JSON.stringify(`\`\`\`\n${body}\n\`\`\``));
    expect(JSON.stringify(slackMessages(reply)[0]?.blocks)).toContain(JSON.stringify(body));
    expect(renderReply(reply, plainPaint, () => '').text).toContain(body);
  });

  it('says to copy a text that is too long for a link', () => {
    const long = shown({ body: ['a'.repeat(2_000)] });
    expect(toPlainText(long)).toContain('The text is too long for a link');
    expect(JSON.stringify(slackMessages(long))).not.toContain('body=');
    expect(toPlainText(shown())).not.toContain('too long');
  });

  it('leaves the address out where there is none', () => {
    const text = toPlainText(shown({ to: null }));
    expect(text).not.toContain('To:');
    expect(text).toContain('Write to Dr. Chen in your mail app\n');
  });

  it('is in French for who reads French', () => {
    const text = toPlainText(shown({}, 'fr')).replaceAll('\u00a0', ' ');
    expect(text).toContain('Objet: Thank you');
    expect(text).toContain('Remplissez ces passages avant l’envoi :');
    expect(text).toContain('votre CV et votre photo');
    expect(text).not.toMatch(/\b(?:Write|Fill|Nothing|your (?:CV|photo))\b/u);
  });
});
