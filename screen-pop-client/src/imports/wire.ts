/**
 * Files of customers that somebody brings in, as `/api/imports` tells and takes them (cti-server/server, package imports;
 * managers and administrators). Times are ISO 8601 in UTC; an absent fact is null, never missing.
 */
export type ImportState = 'UPLOADED' | 'RUNNING' | 'STOPPED' | 'DONE' | 'FAILED';
export type ImportFormat = 'CSV' | 'XLSX' | 'VCARD';

/** How the file is read and which of its columns is what. `source` with a column `sourceKey` brings records up to date. */
export interface Mapping {
  readonly encoding: string;
  /** Of CSV, one character. */
  readonly delimiter: string;
  readonly header: boolean;
  /** Of XLSX, from 0. */
  readonly sheet: number;
  /** Of rows that do not say. */
  readonly kind: 'PERSON' | 'COMPANY';
  /** Who keeps these records elsewhere; null when they are simply added. */
  readonly source: string | null;
  readonly columns: readonly Column[];
}
export interface Column {
  /** As the file has it; empty where it has none. */
  readonly name: string;
  /** What it becomes: a word of the server's, `fields.NAME` for an own field, empty when it is left out. */
  readonly field: string;
  /** Of the number or address in it. */
  readonly label: string;
}

/** GET /api/imports/{id}; POST /api/imports/{id}/run, /stop */
export interface ImportJob {
  readonly id: number;
  readonly name: string;
  readonly format: ImportFormat;
  readonly bytes: number;
  /** Every row was checked and none was written. */
  readonly dryRun: boolean;
  readonly state: ImportState;
  /** The last row of the file that is settled. */
  readonly position: number;
  /** As far as one can tell; exact at the end. */
  readonly totalRows: number | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that were left out as a whole. */
  readonly refused: number;
  readonly trouble: ImportTrouble | null;
  /** Login. */
  readonly by: string;
  readonly madeAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly mapping: Mapping;
}
/** Why it failed or stopped: one word, in which row of the file, and in English. */
export interface ImportTrouble {
  readonly reason: string;
  readonly row: number | null;
  readonly detail: string;
}
/** GET /api/imports: the newest 200, newest first. */
export interface ImportList {
  readonly imports: readonly ImportJob[];
}

/** POST /api/imports?name=FILE with the file as its body; GET /api/imports/{id}/preview; PUT /api/imports/{id}/mapping */
export interface ImportPreview {
  readonly job: ImportJob;
  /** Of a workbook, by name; empty for other files. */
  readonly sheets: readonly string[];
  /** The first 20 below the names of columns; a row may be shorter than others. */
  readonly rows: readonly (readonly string[])[];
}
/** PUT /api/imports/{id}/mapping: what is left out is guessed. */
export interface MappingBody {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly sheet: number;
  readonly kind: Mapping['kind'];
  readonly source?: string | null;
  readonly columns?: readonly Pick<Column, 'field' | 'label'>[];
}

/** GET /api/imports/{id}/refusals?limit=&after= ; the same as a file under refusals.csv */
export interface RefusalPage {
  readonly refusals: readonly ImportRefusal[];
  readonly next: string | null;
}
export interface ImportRefusal {
  /** Of the file, the line of names counted. */
  readonly row: number;
  /** The column, as the file names it; its place where it has no name. */
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  /** Else only this value was left out. */
  readonly wholeRow: boolean;
}
/** GET /api/imports/{id}/refusals/causes: the 100 that came most often. */
export interface CauseList {
  readonly causes: readonly RefusalCause[];
}
export interface RefusalCause {
  readonly field: string;
  readonly reason: string;
  readonly wholeRow: boolean;
  readonly times: number;
}
