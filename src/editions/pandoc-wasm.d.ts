declare module 'pandoc-wasm' {
  export interface ConvertResult {
    readonly stdout: string;
    readonly stderr: string;
    readonly warnings: readonly unknown[];
    readonly files: Readonly<Record<string, Blob | string>>;
  }

  /** Pandoc's defaults-file options; https://pandoc.org/MANUAL.html#defaults-files */
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, Blob | string>>,
  ): Promise<ConvertResult>;
}
