import type { FullCustomer } from '../wire';

export interface DoingProps {
  readonly customer: FullCustomer;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}
