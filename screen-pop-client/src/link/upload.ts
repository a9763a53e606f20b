import { Refused, token } from './http';
import type { Problem } from './wire';

/** How much of a file is on its way. */
export interface Sent {
  readonly bytes: number;
  readonly of: number;
}

/**
 * Sends a file as it is and tells how far it is; `fetch` tells nothing of that. Its kind is not told either: what a
 * browser makes of a file's name depends on the programs of its machine.
 */
export function upload<T>(
  path: string,
  file: Blob,
  onSent: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const end = () => signal.removeEventListener('abort', abort);
    const abort = () => request.abort();
    request.upload.onprogress = (event) => onSent({ bytes: event.loaded, of: event.total });
    request.onload = () => {
      end();
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
      } else {
        reject(Refused.by(request.status, request.statusText, problemIn(request.responseText)));
      }
    };
    request.onerror = () => {
      end();
      reject(new Error('the upload broke off'));
    };
    request.onabort = () => {
      end();
      reject(new DOMException('the upload was called off', 'AbortError'));
    };
    signal.addEventListener('abort', abort);
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-XSRF-TOKEN', token());
    request.send(file);
  });
}

function problemIn(text: string): Partial<Problem> | null {
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return null;
  }
}
