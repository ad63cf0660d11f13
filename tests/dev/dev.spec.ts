import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { makeSite, type RunningScript, startDev, type TestSite } from '../support/make-site.ts';

const essay = '2019/09/north-korea-and-russian-relations/';

// One server, whose content each test changes and puts back. A test that fails gets the next ones a new server.
test.describe.configure({ mode: 'default' });

const text = 'essays/north-korea-and-russian-relations.mdx';
let site: TestSite;
let dev: RunningScript;
/** What the site consists of: its code and content, and what a build and the server leave for good. */
let names: readonly string[];

/** The server of all tests starts with this, and the first has it mended. */
const startsFaulty =
  '`npm run dev` starts with faulty front matter, and shows the page when it is mended';
let good: string;

test.beforeAll(async () => {
  site = await makeSite();
  good = await readContent(text);
  await writeContent(text, good.replace('title:', 'tilte:'));
  for (const name of ['.astro', 'dist']) await mkdir(join(site.root, name));
  names = await readdir(site.root);
  dev = await startDev(site);
});

// Also after a test that failed, which gets the next ones a new server.
test.beforeEach(async () => {
  if (test.info().title !== startsFaulty && (await readContent(text)) !== good)
    await writeContent(text, good);
});

test.afterAll(async () => {
  await dev.interrupt();
  await site[Symbol.asyncDispose]();
});

/** Edits a file of the site, and waits until the page has been loaded anew and follows edits again. */
async function edit(page: Page, file: string, from: string, to: string): Promise<void> {
  const path = join(site.root, 'content', file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await followed(page, () => writeFile(path, text.replace(from, to)));
}

/** Does what loads the page. An edit made before the page listens to the server is not shown by it. */
async function followed(page: Page, load: () => Promise<unknown>): Promise<void> {
  const connected = page.waitForEvent('console', (line) => line.text() === '[vite] connected.');
  await load();
  await connected;
}

/** Goes to a page, also when the page that is left is loaded anew at the same moment, which breaks it off. */
async function visit(page: Page, address: string): Promise<void> {
  await expect(() => page.goto(address)).toPass();
}

/** Waits until `words` are shown. An expectation by itself looks less and less often, in the end once a second. */
async function shows(locator: Locator, words: string): Promise<void> {
  await expect(() => expect(locator).toContainText(words, { timeout: 100 })).toPass(soon);
}

/** Of what the server says, or serves. */
const soon = { intervals: [25], timeout: 15_000 };

const firstNote = (page: Page) => page.locator('#fn-unsc1950');

test(startsFaulty, async ({ page }) => {
  const loads = countLoads(page);
  await followed(page, () => page.goto(`${dev.address}${essay}`));
  await shows(overlay(page), `content/${text}:2:1`);
  await shows(overlay(page), 'Did you mean “title”?');
  expect(dev.output()).toContain('Did you mean “title”?');
  await followed(page, () => writeContent(text, good));

  await expect(overlay(page)).toHaveCount(0);
  await expect(page.locator('h1')).toHaveText('North Korea and Russian Relations');
  // Nothing that was written while the server started is an edit.
  expect(loads()).toBe(2);
});

test('`npm run dev` shows an edit of essay, bibliography or style without a reload by hand', async ({
  page,
}) => {
  await followed(page, () => visit(page, `${dev.address}${essay}`));
  await shows(firstNote(page), 'July 7, 1950');

  await edit(page, 'bibliography.bib', '1950-07-07', '1950-07-08');
  await shows(firstNote(page), 'July 8, 1950');
  await edit(page, 'bibliography.bib', '1950-07-08', '1950-07-07');

  const variable = '<text variable="collection-title"/>';
  await edit(page, 'notes.csl', variable, `<text value="in its"/>${variable}`);
  await shows(firstNote(page), 'in its, Fifth year');
  await edit(page, 'notes.csl', `<text value="in its"/>${variable}`, variable);

  await edit(page, text, 'As a founding member', 'Once a founding member');
  await shows(page.locator('#p1'), 'Once a founding member');
  await edit(page, text, 'Once a founding member', 'As a founding member');
  await shows(page.locator('#p1'), 'As a founding member');
});

interface Fault {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Where the report says it is, of what rule, and what it advises. */
  readonly place: string;
  readonly rule: string;
  readonly advice: string;
}

const faults: Record<string, Fault> = {
  'the text of an essay': {
    file: text,
    from: '[@lukin2019]',
    to: '[@lukin2018]',
    place: `content/${text}:52:299`,
    rule: 'citation-key-exists',
    advice: 'Did you mean “lukin2019”? Correct the key, or add the source to the bibliography.',
  },
  'text that is not MDX': {
    file: text,
    from: 'consisting mainly of weapons',
    to: 'consisting <mainly of weapons',
    place: `content/${text}:36:`,
    rule: 'essay-parses',
    advice: 'Write `\\<` where a less-than sign is meant',
  },
  'front matter': {
    file: text,
    from: 'description:',
    to: 'descripton:',
    place: `content/${text}:5:1`,
    rule: 'front-matter-is-valid',
    advice: 'Did you mean “description”? Correct the field',
  },
  'front matter that is not YAML': {
    file: text,
    from: 'lang: en',
    to: 'lang: "en',
    place: `content/${text}:`,
    rule: 'front-matter-is-valid',
    advice: 'Put one behind the value',
  },
  'the bibliography': {
    file: 'bibliography.bib',
    from: '{lukin2019,',
    to: '{lukin2020,',
    place: `content/${text}:52:299`,
    rule: 'citation-key-exists',
    advice: 'Did you mean “lukin2020”?',
  },
  'the style of the notes': {
    file: 'notes.csl',
    from: '</style>',
    to: '</styl>',
    place: 'content/notes.csl:76:1',
    rule: 'citation-style-parses',
    advice: 'Mend it, or put one from',
  },
  'the style of the sources': {
    file: 'sources.csl',
    from: '</style>',
    to: '</styl>',
    place: 'content/sources.csl:',
    rule: 'citation-style-parses',
    advice: 'Mend it, or put one from',
  },
  'the register of permalinks': {
    file: 'permalinks.json',
    from: '"retired": {}',
    to: '"retired": {',
    place: 'content/permalinks.json:',
    rule: 'permalinks-are-readable',
    advice: 'Restore it from an earlier version',
  },
  'what a note was published for': {
    file: 'permalinks.json',
    from: '["url 38north.org/2019/05/alukin050219", "work lukin theputinandkimrendezvousinvladivostokadrivebysummit 2019"]',
    to: '["url example.org/another"]',
    place: 'content/permalinks.json:',
    rule: 'permalink-keeps-its-meaning',
    advice: 'Give the new source a key of its own',
  },
  'an anchor that was published': {
    file: text,
    from: '\n\nWhile economic aid',
    to: ' While economic aid',
    place: 'content/permalinks.json:',
    rule: 'permalink-is-kept',
    advice: 'Bring it back, or run `npm run permalinks`',
  },
};

const overlay = (page: Page) => page.locator('vite-error-overlay');

async function replace(file: string, from: string, to: string): Promise<void> {
  const path = join(site.root, 'content', file);
  const before = await readFile(path, 'utf8');
  expect(before.includes(from), from).toBe(true);
  await writeFile(path, before.replace(from, to));
}

const readContent = (file: string) => readFile(join(site.root, 'content', file), 'utf8');
const writeContent = (file: string, words: string) =>
  writeFile(join(site.root, 'content', file), words);

/** Counts how often the page is loaded, from now on. */
function countLoads(page: Page): () => number {
  let count = 0;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) count += 1;
  });
  return () => count;
}

test.describe('on a page that is open, `npm run dev`', () => {
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await followed(page, () => visit(page, `${dev.address}${essay}`));
  });

  test.afterAll(() => page.close());

  for (const [name, { file, from, to, place, rule, advice }] of Object.entries(faults)) {
    test(`says what is wrong with ${name}, until it is mended`, async () => {
      const before = dev.output().length;
      const said = () => dev.output().slice(before);

      await replace(file, from, to);

      for (const words of [place, rule, advice]) {
        await shows(overlay(page), words);
        expect(said()).toContain(words);
      }
      expect(said()).not.toMatch(/MDXError|InvalidContentEntry|\[ERROR\]/);

      await followed(page, () => replace(file, to, from));

      await expect(overlay(page)).toHaveCount(0);
      await shows(page.locator('#fn-lukin2019'), 'Lukin, Artyom');
      expect(said()).toContain('Everything is mended.');
    });
  }
});

test('a page that is opened while something is wrong shows what, and then itself', async ({
  page,
}) => {
  const before = dev.output().length;
  await replace(text, '[@lukin2019]', '[@lukin2018]');

  await followed(page, () => visit(page, `${dev.address}${essay}`));
  await shows(overlay(page), 'Did you mean “lukin2019”?');
  expect(dev.output().slice(before)).not.toMatch(/MDXError|\[ERROR\]/);
  await followed(page, () => replace(text, '[@lukin2018]', '[@lukin2019]'));

  await expect(overlay(page)).toHaveCount(0);
  await expect(page.locator('#p1')).toBeVisible();
});

test('an edit that is made while a page is on its way is shown by it', async ({ page }) => {
  const address = `${dev.address}${essay}`;
  const [before, after] = ['May 2, 2019', 'May 3, 2019'];
  const note = page.locator('#fn-lukin2019');
  let connect = () => {};
  const held = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await page.route('**/@vite/client', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await shows(note, before);

  await replace('bibliography.bib', '2019-05-02', '2019-05-03');
  // Whoever asks for anything but a page for a browser leaves no trace of a visit.
  await expect.poll(async () => (await fetch(address)).text(), soon).toContain(after);
  connect();

  await shows(note, after);
  await followed(page, () => replace('bibliography.bib', '2019-05-03', '2019-05-02'));
  await shows(note, before);
});

test('fifteen edits, with F5s between, load a page as often again, and never after', async ({
  page,
}) => {
  test.slow();
  const address = `${dev.address}${essay}`;
  const source = await readContent('bibliography.bib');
  await followed(page, () => visit(page, address));
  const loads = countLoads(page);
  let expected = 0;
  const load = async (act: () => Promise<unknown>) => {
    expected += 1;
    await act();
  };
  // The page is there, but cannot hear the server yet when the next edit is made.
  const press = () => load(() => page.reload({ waitUntil: 'commit' }));

  for (let round = 1; round <= 3; round += 1) {
    await load(() =>
      writeContent(text, good.replace('As a founding', `Round ${round}, a founding`)),
    );
    await shows(page.locator('#p1'), `Round ${round},`);
    await press();
    await load(() =>
      writeContent(text, good.replace('title: North', `title: Round ${round} North`)),
    );
    await shows(page.locator('h1'), `Round ${round} North`);
    await press();
    await writeContent(text, good.replace('[@lukin2019]', '[@lukin2018]'));
    await shows(overlay(page), 'Did you mean “lukin2019”?');
    await press();
    await load(() => writeContent(text, good));
    await shows(page.locator('#p1'), 'As a founding');
    await press();
    const day = 10 + (round % 18);
    await load(() =>
      writeContent('bibliography.bib', source.replace('2019-05-02', `2019-05-${day}`)),
    );
    await shows(page.locator('#fn-lukin2019'), `May ${day}, 2019`);
  }
  await load(() => writeContent('bibliography.bib', source));
  await shows(page.locator('#fn-lukin2019'), 'May 2, 2019');

  // What is not to happen gives no sign when it does not: by then, an answer says, every edit has been looked at.
  await (await fetch(address, { headers: { accept: 'text/html' } })).text();
  await page.waitForTimeout(500);
  expect(loads()).toBe(expected);
});

test('a locale that a style needs is missed, and shows when it comes and when it is edited', async ({
  page,
}) => {
  const style = join(site.root, 'content/notes.csl');
  const locale = join(site.root, 'content/locales-nl-NL.xml');
  const english = await readFile(style, 'utf8');
  await followed(page, () => visit(page, `${dev.address}${essay}`));

  await writeFile(style, dutchStyle);
  await shows(overlay(page), 'citation-style-locale-exists');
  await followed(page, () => writeFile(locale, dutchLocale('bron')));
  await shows(firstNote(page), '1950, bron.');

  await followed(page, () => writeFile(locale, dutchLocale('vindplaats')));
  await shows(firstNote(page), '1950, vindplaats.');
  await followed(page, () => writeFile(style, english));
  await shows(firstNote(page), 'July');
  await rm(locale);
});

test('a warning is for the terminal', async ({ page }) => {
  await followed(page, () => visit(page, `${dev.address}${essay}`));
  const before = dev.output().length;
  const entry =
    '@online{uncited, title = {T}, author = {A, B}, date = {2020}, url = {https://example.org/t}}\n';

  await followed(page, () => replace('bibliography.bib', '@', `${entry}@`));

  await expect.poll(() => dev.output().slice(before), soon).toContain('warning  source-is-cited');
  await expect(page.locator('#p1')).toBeVisible();
  await expect(overlay(page)).toHaveCount(0);
  await followed(page, () => replace('bibliography.bib', entry, ''));
});

test('a draft is marked where it is seen, and its faults are in nobody’s way', async ({
  page,
  context,
}) => {
  const draft = join(site.root, 'content/essays/a-draft.mdx');
  const words = '---\ntitle: A Draft\ndate: 2026-11\ndraft: true\n---\n\nText.[@kim2019]\n';
  await writeFile(draft, words);
  const address = `${dev.address}2026/11/a-draft/`;
  await expect(async () => {
    await page.goto(address);
    await expect(page.locator('h1')).toHaveText('A Draft', { timeout: 1000 });
  }).toPass();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  await visit(page, dev.address);
  await expect(page.locator('.essay-list li').first()).toContainText(/^\s*Draft\s*A Draft/);

  await followed(page, () => visit(page, address));
  const other = await context.newPage();
  await followed(other, () => visit(other, `${dev.address}${essay}`));
  await writeFile(draft, words.replace('@kim2019', '@kim2018'));
  await shows(overlay(page), 'content/essays/a-draft.mdx:7:7');
  expect(dev.output()).toContain('content/essays/a-draft.mdx:7:7  draft  citation-key-exists');
  await expect(other.locator('#p1')).toBeVisible();
  await expect(overlay(other)).toHaveCount(0);
  await visit(page, `${dev.address}${essay}`);
  await expect(page.locator('#p1')).toBeVisible();

  await followed(page, () => visit(page, address));
  await shows(overlay(page), 'Did you mean “kim2019”?');
  await followed(page, () => writeFile(draft, words));
  await expect(page.locator('h1')).toHaveText('A Draft');
  await rm(draft);
});

test('a component shows, and its edits, and other pages stay without its styles', async ({
  request,
}) => {
  const folder = join(site.root, 'content/essays/with-ships');
  const component = join(folder, 'Ships.astro');
  const code = '<p class="ships">1,084 ships.</p>\n<style>.ships { color: red }</style>\n';
  const page = async (address: string) => (await request.get(dev.address + address)).text();
  await mkdir(folder);
  await writeFile(component, code);
  await writeFile(
    join(folder, 'index.mdx'),
    "---\ntitle: Ships\ndate: 2020\n---\n\nimport Ships from './Ships.astro'\n\nText.\n\n<Ships />\n",
  );
  const own = () => page('2020/with-ships/');

  await expect.poll(own, soon).toMatch(/<style[^>]*>\.ships\[[^{]*\{\s*color: red;?\s*\}/);
  expect(await own()).toContain('1,084 ships.');
  for (const address of [essay, '']) expect(await page(address)).not.toContain('.ships[');

  await writeFile(component, code.replace('1,084', '1,085').replace('red', 'tan'));
  await expect.poll(own, soon).toMatch(/\.ships\[[^{]*\{\s*color: tan;?\s*\}/);
  expect(await own()).toContain('1,085 ships.');
  await rm(folder, { recursive: true });
});

test('a build beside the server spoils no page of it', async ({ page }) => {
  test.slow();
  const other = join(site.root, 'content/essays/another.mdx');
  const words = '---\ntitle: Another\ndate: 2020\n---\n\nText.[@kim2019]\n';
  await writeFile(other, words);
  await visit(page, `${dev.address}${essay}`);
  await writeFile(other, words.replace('Text.', 'More.'));
  expect(await site.runUnplaced('build', '--no-editions')).toMatchObject({ status: 0 });

  await visit(page, `${dev.address}${essay}`);
  await expect(page.locator('#p1')).toBeVisible();
  await visit(page, `${dev.address}2020/another/`);
  await shows(page.locator('#p1'), 'More.');
  await rm(other);
});

// The last: there is no server any more.
test('Ctrl-C leaves nothing of `npm run dev` behind', async () => {
  await dev.interrupt();

  expect(await readdir(site.root)).toEqual(names);
  expect(dev.isRunning()).toBe(false);
});

const dutchStyle = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="nl-NL">
  <info><title>T</title><id>t</id><updated>2026-11-23T00:00:00+00:00</updated></info>
  <citation><layout suffix=".">
    <date variable="issued"><date-part name="year"/></date><text term="reference" prefix=", "/>
  </layout></citation>
</style>
`;

function dutchLocale(reference: string): string {
  return `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="nl-NL"><terms>
  <term name="reference">${reference}</term>
</terms></locale>
`;
}
