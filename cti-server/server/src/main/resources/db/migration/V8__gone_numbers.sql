-- Outside numbers of which the network said, the last time one of us called them, that nobody has them: Q.850 1 (no such
-- number) or 22 (number changed). Whoever answers there takes the row away.
create table gone_number (
  e164     varchar(16) character set ascii collate ascii_bin not null primary key,
  q850     smallint    not null,
  told_at  datetime(6) not null
);
