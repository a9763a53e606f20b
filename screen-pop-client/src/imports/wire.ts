/**
 * Files of customers that somebody brings in, as `/api/imports` tells and takes them (managers, administrators). Times are
 * ISO 8601 in UTC.
 */
export type ImportState = 'UPLOADED' | 'RUNNING' | 'STOPPED' | 'DONE' | 'FAILED';

/** POST /api/imports?name=FILE with the file as its body; GET /api/imports/{id} */
export interface ImportJob {
  readonly id: number;
  readonly name: string;
  readonly format: 'CSV' | 'XLSX' | 'VCARD';
  readonly bytes: number;
  readonly dryRun: boolean;
  readonly state: ImportState;
  /** Rows that are settled. */
  readonly position: number;
  /** Null while nobody has counted them. */
  readonly totalRows: number | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly trouble: string | null;
  readonly madeAt: string;
}
/** GET /api/imports: newest first. */
export interface ImportList {
  readonly imports: readonly ImportJob[];
}
/** GET /api/imports/{id}/preview: how the file reads, with what each column was guessed to be. */
export interface ImportPreview {
  readonly columns: readonly ImportColumn[];
  /** What a column can become. */
  readonly fields: readonly { readonly name: string; readonly label: string }[];
}
export interface ImportColumn {
  readonly name: string;
  /** Null: it is left out. */
  readonly field: string | null;
  readonly examples: readonly string[];
}
/** GET /api/imports/{id}/refusals?after=&limit= ; the same as a file under refusals.csv */
export interface ImportRefusal {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  readonly wholeRow: boolean;
}
export interface RefusalPage {
  readonly refusals: readonly ImportRefusal[];
  readonly next: string | null;
}
