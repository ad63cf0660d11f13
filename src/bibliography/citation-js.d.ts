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
          /** Signs that TeX makes one of, and what it makes of each. */
          readonly ligaturePattern: RegExp;
          readonly ligatures: Readonly<Record<string, string>>;
        };
      };
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}

/** Not public: the steps in which the plugin reads an entry, without the copies between them. */
declare module '@citation-js/plugin-bibtex/lib/input/value.js' {
  /** Reads the value of `field` with the lexer; throws a `SyntaxError`. */
  export function parse(text: string, field: string): unknown;
}

declare module '@citation-js/plugin-bibtex/lib/input/name.js' {
  export interface NamePart {
    readonly value: string;
    /** `null` of what has no capitals. */
    readonly upperCase: boolean | null;
    /** Whether a hyphen follows. */
    readonly hyphenated: boolean;
  }
  export function getStringCase(text: string): boolean | null;
  /** The words of a name by what commas part, as the parts of the name; takes words out of `pieces`. */
  export function orderNamePieces(pieces: NamePart[][]): Readonly<Record<string, string>>;
}

declare module '@citation-js/plugin-bibtex/lib/mapping/index.js' {
  /** CSL-JSON of entries whose values are read. */
  export function parse(
    entries: readonly {
      readonly type: string;
      readonly label: string;
      readonly properties: Readonly<Record<string, unknown>>;
    }[],
  ): Readonly<Record<string, unknown>>[];
}

declare module '@citation-js/plugin-ris' {}
