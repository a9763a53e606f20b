import { Name } from '../format/Isolated';

export function Segment({ name }: { readonly name: string }) {
  return (
    <span className={name.toUpperCase() === 'VIP' ? 'segment segment-vip' : 'segment'}>
      <Name>{name}</Name>
    </span>
  );
}
