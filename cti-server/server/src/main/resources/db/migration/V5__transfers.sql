-- What a call tells beside its legs: who handed it to whom, what agents noted, and which call it became a part of.

alter table call_record
  -- the id of that call on the same exchange: a row that has one is shown nowhere, the other call shows its legs
  add column part_of   varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  add column transfers json not null default '[]',
  add column notes     json not null default '[]';
