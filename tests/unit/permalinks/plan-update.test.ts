import { describe, expect, it } from 'vitest';
import { checkPermalinks } from '../../../src/permalinks/check-permalinks.ts';
import { planUpdate } from '../../../src/permalinks/plan-update.ts';
import { publish, type SmallSite } from '../../support/published.ts';
import { register } from '../../support/register.ts';

const essay = '2019/09/essay/';
const bibliography =
  '@online{lukin2019, author = {Lukin, Bo}, title = {Rendezvous}, date = {2019}, url = {https://example.org/lukin}}';
const site = (prose: string): SmallSite => ({ essays: { essay: prose }, bibliography });

/** What is planned where the last of two paragraphs was taken out. */
function planForShorter(...redirects: readonly string[]) {
  const recorded = publish(site('One.\n\nTwo.'));
  return planUpdate(recorded, publish(site('One.'), recorded), redirects);
}

describe('an update of the register', () => {
  it.each([
    [0, {}, 'content/permalinks.json has 0 new entries.'],
    [1, { p2: [] }, 'content/permalinks.json has 1 new entry.'],
    [2, { p2: [], p3: [] }, 'content/permalinks.json has 2 new entries.'],
  ])('says how much is new: %i', (_, fresh, sentence) => {
    const plan = planUpdate(
      register({ [essay]: { p1: [] } }),
      register({ [essay]: { p1: [], ...fresh } }),
      [],
    );

    expect(plan).toMatchObject({ done: [sentence], questions: [] });
  });

  it('says where everything leads that it retires', () => {
    const recorded = publish(site('Text.[@lukin2019]'));
    const renamed = {
      essays: { essay: 'Text.[@lukin2019summit]' },
      bibliography: bibliography.replace('lukin2019', 'lukin2019summit'),
    };

    const plan = planUpdate(recorded, publish(renamed, recorded), []);

    expect(plan).toMatchObject({
      done: [
        'content/permalinks.json has 3 new entries.',
        'sources/#lukin2019 now leads to lukin2019summit.',
        `${essay}#fnref-lukin2019 now leads to fnref-lukin2019summit.`,
        `${essay}#fn-lukin2019 now leads to fn-lukin2019summit.`,
      ],
      questions: [],
    });
  });

  it('says the address that a page leads to', () => {
    const plan = planUpdate(register({ 'essay/': {} }), register({ 'essays/': {} }), []);

    expect(plan).toMatchObject({
      done: expect.arrayContaining(['essay/ now leads to essays/.']),
      permalinks: { retired: { 'essay/': 'essays/' } },
    });
  });

  it('asks where an anchor leads that nothing took the place of', () => {
    expect(planForShorter()).toMatchObject({
      questions: [
        `${essay}#p2 is gone, and nothing like it is new: npm run permalinks -- '${essay}#p2=…' says where it leads.`,
        `If nothing took the place of it: npm run permalinks -- '${essay}#p2=withdrawn'`,
      ],
    });
  });

  it('takes the answer that nothing took the place of a note, its marker and its source, and asks no more', () => {
    const recorded = publish(site('Text.[@lukin2019]\n\nMore.'));
    const without = () => publish(site('Text.\n\nMore.'), recorded);
    const asked = planUpdate(recorded, without(), []);
    if ('refused' in asked) throw new Error('It was refused.');
    const answers = asked.questions.at(-1)?.match(/(?<=')[^']+=withdrawn/g) ?? [];

    const plan = planUpdate(recorded, without(), answers);

    expect(answers.map((each) => each.replace(/.*#/, ''))).toEqual(
      expect.arrayContaining(['fn-lukin2019=withdrawn', 'fnref-lukin2019=withdrawn']),
    );
    if ('refused' in plan) throw new Error('It was refused.');
    expect(plan.questions).toEqual([]);
    expect(planUpdate(plan.permalinks, without(), [])).toMatchObject({
      permalinks: plan.permalinks,
      questions: [],
    });
    expect(checkPermalinks(plan.permalinks, without(), '')).toEqual([]);
  });

  it('asks where each of two paragraphs leads in the place of which one other stands', () => {
    const long = (word: string) => `${word} `.repeat(12);
    const recorded = publish(
      site(`${long('One')}\n\n${long('Two')}\n\n${long('Three')}\n\n${long('Four')}`),
    );
    const now = publish(site(`${long('One')}\n\n${long('New')}\n\n${long('Four')}`), recorded);

    expect(planUpdate(recorded, now, [])).toMatchObject({
      questions: [
        expect.stringContaining(`${essay}#p2 is gone`),
        expect.stringContaining(`${essay}#p3 is gone`),
        expect.stringContaining('If nothing took the place of them'),
      ],
    });
  });

  it('keeps what an anchor was retired to mean, though its page has an alias for it', () => {
    const recorded = register(
      { 'sources/': { kim2019: ['kim2019'], lee2018: ['lee2018'] } },
      { sources: { kim2019: ['url kim'], lee2018: ['url lee'] } },
    );
    const without = register({ 'sources/': { lee2018: ['lee2018'] } });
    const plan = planUpdate(recorded, without, ['sources/#kim2019=lee2018']);
    if ('refused' in plan) throw new Error('It was refused.');
    const withAlias = register({ 'sources/': { lee2018: ['lee2018'], kim2019: ['kim2019'] } });

    const again = planUpdate(plan.permalinks, withAlias, []);

    expect(again).toMatchObject({ permalinks: plan.permalinks });
  });

  it.each([`${essay}#p2=p1`, `${essay}#p2=#p1`])('takes the answer %s', (answer) => {
    const plan = planForShorter(answer);

    expect(plan).toMatchObject({
      done: ['content/permalinks.json has 0 new entries.', `${essay}#p2 now leads to p1.`],
      questions: [],
      permalinks: { pages: { [essay]: { retired: { p2: 'p1' } } } },
    });
  });

  it('takes the answer that a page was withdrawn, and its return', () => {
    const recorded = register({ 'old/': { p1: [] }, 'here/': {} });
    const without = register({ 'here/': {} });

    const plan = planUpdate(recorded, without, ['old/=withdrawn']);

    expect(plan).toEqual({
      done: ['content/permalinks.json has 0 new entries.', 'old/ is withdrawn now.'],
      questions: [],
      permalinks: { ...recorded, retired: { 'old/': 'withdrawn' } },
    });
    if ('refused' in plan) throw new Error('It was refused.');
    expect(planUpdate(plan.permalinks, without, [])).toMatchObject({
      permalinks: plan.permalinks,
      questions: [],
    });
    expect(planUpdate(plan.permalinks, recorded, [])).toMatchObject({
      done: ['content/permalinks.json has 1 new entry.'],
      permalinks: recorded,
    });
  });

  it('guards a page that was withdrawn and is back as before, with its numbers', () => {
    const before = publish(site('One.\n\nTwo.\n\n## A heading'));
    const gone = planUpdate(before, publish({ essays: {}, bibliography }), [
      `${essay}=withdrawn`,
      '2019/=withdrawn',
      '2019/09/=withdrawn',
    ]);
    if ('refused' in gone) throw new Error('It was refused.');

    const back = planUpdate(gone.permalinks, publish(site('Two.'), gone.permalinks), []);

    expect(gone.questions).toEqual([]);
    expect(back).toMatchObject({
      questions: [
        expect.stringContaining(`${essay}#p1 is gone`),
        expect.stringContaining(`${essay}#a-heading is gone`),
        expect.stringContaining('If nothing took the place of them'),
      ],
      permalinks: { retired: {}, pages: { [essay]: { paragraphs: { p2: expect.any(String) } } } },
    });
  });

  it('asks whether a page was withdrawn', () => {
    expect(planUpdate(register({ 'old/': {} }), register({}), [])).toMatchObject({
      questions: [
        expect.stringContaining("'old/=…'"),
        "If nothing took the place of it: npm run permalinks -- 'old/=withdrawn'",
      ],
    });
  });

  it('takes the answer that a page leads to another, or to the first of the site', () => {
    const recorded = register({ '': {}, 'old/': {}, 'older/': {}, 'here/': {} });
    const published = register({ '': {}, 'here/': {} });

    const plan = planUpdate(recorded, published, ['old/=here/', 'older/=']);

    expect(plan).toMatchObject({
      questions: [],
      permalinks: { retired: { 'old/': 'here/', 'older/': '' } },
    });
  });

  it('refuses redirects that lead nowhere, all at once, and has nothing to write', () => {
    expect(planForShorter(`${essay}#p2=p99`, 'typo/=2019/')).toEqual({
      refused: [
        `${essay}#p2 cannot lead to p99, where nothing is.`,
        'typo/ is not gone, or was never recorded.',
      ],
    });
  });

  it.each([
    ['of what is still there', `${essay}#p1=p2`, `${essay}#p1 is not gone, or was never recorded.`],
    [
      'of an anchor to another page',
      `${essay}#p2=2019/`,
      `${essay}#p2 cannot lead to 2019/, where nothing is.`,
    ],
    [
      'to what every object has',
      `${essay}#p2=constructor`,
      `${essay}#p2 cannot lead to constructor, where nothing is.`,
    ],
    ['without an end', `${essay}#p2`, `'${essay}#p2=…' has to say where ${essay}#p2 leads.`],
  ])('refuses a redirect %s', (_, redirect, sentence) => {
    expect(planForShorter(redirect)).toEqual({ refused: [sentence] });
  });

  it('refuses a redirect of a page without an end, which would lead to the first page', () => {
    const plan = planUpdate(register({ '': {}, 'old/': {} }), register({ '': {} }), ['old/']);

    expect(plan).toEqual({ refused: ["'old/=…' has to say where old/ leads."] });
  });
});

describe('an update of the paragraphs', () => {
  /** What is planned where `now` takes the place of two paragraphs. */
  const plan = (now: string) => {
    const recorded = publish(site('The river froze.\n\nNobody came here.'));
    return planUpdate(recorded, publish(site(now), recorded), []);
  };

  it('says how many were rewritten, and knows them by the words that they have now', () => {
    const update = plan('The river thawed.\n\nNobody went here.');

    expect(update).toMatchObject({
      done: [
        'content/permalinks.json has 0 new entries.',
        'It knows 2 paragraphs by the words that they have now.',
      ],
      permalinks: {
        pages: {
          [essay]: {
            paragraphs: {
              p1: expect.stringMatching(/^The river thawed\. /),
              p2: expect.stringMatching(/^Nobody went here\. /),
            },
          },
        },
      },
    });
  });

  it('makes one that became part of another lead to that', () => {
    expect(plan('The river froze. Nobody came here.')).toMatchObject({
      done: expect.arrayContaining([`${essay}#p2 now leads to p1.`]),
      questions: [],
    });
  });

  it('makes one in whose place another is lead to that', () => {
    expect(plan('The river froze.\n\nFish died.')).toMatchObject({
      done: ['content/permalinks.json has 1 new entry.', `${essay}#p2 now leads to p3.`],
      questions: [],
    });
  });

  it('records those of a register that knows none, and says so', () => {
    const published = publish(site('One.\n\nTwo.'));
    const recorded = structuredClone(published);
    delete recorded.pages[essay]?.paragraphs;

    expect(planUpdate(recorded, published, [])).toMatchObject({
      done: [
        'content/permalinks.json has 0 new entries.',
        'It knows 2 paragraphs by the words that they have now.',
      ],
      permalinks: published,
    });
  });
});
