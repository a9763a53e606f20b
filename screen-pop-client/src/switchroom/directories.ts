import { get } from '../link/http';

/** How another directory answers. Times are milliseconds since 1970; counts are since the server's start. */
export interface OutsideDirectory {
  readonly name: string;
  readonly kind: 'ldap' | 'carddav' | 'http';
  /** Its address, without secrets. */
  readonly where: string;
  readonly state: 'up' | 'away';
  /** Null while it is up. */
  readonly reason: string | null;
  /** Null when it never answered. */
  readonly lastAnswer: number | null;
  /** How often it knew the number. */
  readonly answers: number;
  /** How often nobody there had it. */
  readonly misses: number;
  readonly late: number;
  readonly failures: number;
  /** Answered from memory, without asking. */
  readonly cached: number;
  readonly remembered: number;
}

/** Calls that are written back into it. */
export interface WriteBack {
  readonly waiting: number;
  readonly told: number;
  readonly givenUp: number;
  readonly trouble: string | null;
}

/** GET /api/switchroom/directories (administrators): in the order in which they are believed. */
export interface Directories {
  readonly directories: readonly {
    readonly directory: OutsideDirectory;
    /** Null where no calls are written back. */
    readonly writeBack: WriteBack | null;
  }[];
}

export const directories = (): Promise<Directories> => get('/api/switchroom/directories');
