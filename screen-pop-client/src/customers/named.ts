export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface By {
  readonly login: string;
  readonly name: string;
}
