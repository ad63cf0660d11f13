/** The part of Citation.js that is used here; the package has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Parses `data` as `type` once, to that parser's own output. */
      data(data: unknown, type: string): unknown;
      /** Parses `data` all the way to CSL-JSON. */
      chain(data: unknown, options: { forceType: string; generateGraph: boolean }): unknown;
      readonly util: {
        /** Items with what CSL knows only, each value in its shape; types by their names in CSL. */
        clean(items: readonly unknown[]): unknown;
      };
    };
    readonly output: {
      /** CSL-JSON (`items`) in another format. */
      format(name: string, items: readonly unknown[], options: object): unknown;
    };
    readonly config: {
      get(name: '@bibtex'): {
        readonly format: { asciiOnly: boolean; checkLabel: boolean };
        /** What it knows of TeX, by command, and the kind of each field. */
        readonly constants: Readonly<
          Record<
            | 'formattingEnvs'
            | 'formattingCommands'
            | 'commands'
            | 'mathCommands'
            | 'diacritics'
            | 'argumentCommands'
            | 'mathScriptFormatting',
            Readonly<Record<string, unknown>>
          >
        > & {
          readonly fieldTypes: Record<string, readonly string[]>;
          /** Text by the words that stand for it. */
          readonly defaultStrings: Record<string, string>;
        };
      };
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}

declare module '@citation-js/plugin-ris' {}
