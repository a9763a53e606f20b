import type { Translate } from '../texts/language';

const causes = [
  'NORMAL',
  'BUSY',
  'NO_ANSWER',
  'REJECTED',
  'ANSWERED_ELSEWHERE',
  'CANCELLED',
  'DIVERTED',
  'UNREACHABLE',
  'FAILED',
  'LOST_TRACK',
  'PBX_RESTARTED',
] as const;

/** Why a leg ended; a cause that this client does not know yet as the server calls it. */
export function causeText(t: Translate, cause: string): string {
  const known = causes.find((one) => one === cause);
  return known === undefined ? cause : t(`cause.${known}`);
}
