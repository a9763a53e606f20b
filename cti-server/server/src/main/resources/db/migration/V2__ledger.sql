-- What the exchange itself wrote down of each call, as far as it has been read, and where the history differed from it.

-- A file of the ledger is known by its first line: renamed, copied or synchronised it is the same file.
create table ledger_file (
  id         int          not null auto_increment primary key,
  pbx        varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  -- SHA-256 of the first line
  first_line binary(32)   not null,
  name       varchar(255) not null,
  -- bytes that have been read
  position   bigint       not null,
  -- lines that could not be understood: cut off by a crash, or another program's
  unreadable bigint       not null default 0,
  read_at    datetime(6)  not null,
  unique key ledger_file_first_line (pbx, first_line)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Written together with the position of its file: a line is here exactly once.
create table ledger_row (
  id       bigint       not null auto_increment primary key,
  pbx      varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  file_id  int          not null,
  position bigint       not null,
  at       datetime(6)  not null,
  uniqueid varchar(150) character set utf8mb4 collate utf8mb4_bin not null,
  -- as it stands in the file
  line     mediumtext   character set ascii collate ascii_bin not null,
  -- the history has been compared with the call this line belongs to
  settled  boolean      not null default false,
  unique key ledger_row_place (file_id, position),
  key ledger_row_open (pbx, settled, id),
  key ledger_row_at (pbx, at),
  key ledger_row_uniqueid (pbx, uniqueid),
  constraint ledger_row_file foreign key (file_id) references ledger_file (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- When the server heard the exchange: what happened before the first time is not in the history and need not be.
create table ledger_heard (
  pbx      varchar(64) character set utf8mb4 collate utf8mb4_bin not null primary key,
  since    datetime(6) not null,
  heard_at datetime(6) not null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table ledger_gap (
  id     bigint       not null auto_increment primary key,
  pbx    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  since  datetime(6)  not null,
  -- null while nothing is heard
  until  datetime(6)  null,
  reason varchar(200) not null,
  key ledger_gap_since (pbx, since)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One field of one call in which history and ledger differed, and what was done.
create table ledger_difference (
  id         bigint       not null auto_increment primary key,
  pbx        varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  -- as the history names the call
  call_id    varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  started_at datetime(6)  not null,
  field      varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  in_history varchar(255) null,
  in_ledger  varchar(255) null,
  mend       enum ('ADDED', 'REPAIRED', 'LEFT') not null,
  -- the exchange's lines, in words
  evidence   mediumtext   not null,
  found_at   datetime(6)  not null,
  unique key ledger_difference_field (pbx, call_id, field),
  key ledger_difference_newest (pbx, started_at, id)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
