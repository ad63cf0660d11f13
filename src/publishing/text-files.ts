/** Which files of a site are text: they are read through before they are published, and compressed. */
const extensions =
  /\.(?:html?|css|m?js|json|jsonld|geojson|webmanifest|xml|atom|rss|svg|txt|md|markdown|bib|ris|csl|yaml|tex|typ|vtt|map)$/i;

export function isTextFile(name: string): boolean {
  return extensions.test(name);
}
