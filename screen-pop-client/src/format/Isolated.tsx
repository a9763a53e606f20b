import { plain } from './plain';

/** A telephone number: always left to right, whatever stands around it. */
export function PhoneNumber({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="number">
      {plain(children)}
    </bdi>
  );
}

/** A name keeps its own direction. */
export function Name({ children }: { readonly children: string }) {
  return <bdi>{plain(children)}</bdi>;
}
