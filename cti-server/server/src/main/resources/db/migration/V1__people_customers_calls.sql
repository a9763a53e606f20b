-- Times are UTC with microseconds. Keys that come from outside compare byte by byte (utf8mb4_bin), names as people read them.

create table person (
  id            int          not null auto_increment primary key,
  login         varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  name          varchar(128) not null,
  extension     varchar(16)  null,
  -- with its algorithm in front, as {argon2}...
  password_hash varchar(255) character set ascii collate ascii_bin not null,
  active        boolean      not null default true,
  created_at    datetime(6)  not null,
  unique key person_login (login)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table person_role (
  person_id int not null,
  role      enum ('AGENT', 'SUPERVISOR', 'MANAGER', 'ADMINISTRATOR') not null,
  primary key (person_id, role),
  constraint person_role_person foreign key (person_id) references person (id) on delete cascade
);

-- A session outlives the server: who was logged in when it ended is logged in when it is back.
create table session (
  -- SHA-256 of the cookie: who reads the table cannot use it
  token_hash binary(32)  not null primary key,
  person_id  int         not null,
  created_at datetime(6) not null,
  seen_at    datetime(6) not null,
  key session_seen (seen_at),
  constraint session_person foreign key (person_id) references person (id) on delete cascade
);

create table segment (
  id   int         not null auto_increment primary key,
  name varchar(64) not null,
  unique key segment_name (name)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table customer (
  id         bigint       not null auto_increment primary key,
  kind       enum ('PERSON', 'COMPANY') not null,
  name       varchar(200) not null,
  -- where this person works
  company_id bigint       null,
  segment_id int          null,
  -- BCP 47
  language   varchar(35)  character set ascii null,
  -- who looks after them
  owner_id   int          null,
  -- pinned by a colleague
  warning    varchar(500) null,
  created_at datetime(6)  not null,
  key customer_name (name),
  constraint customer_company foreign key (company_id) references customer (id),
  constraint customer_segment foreign key (segment_id) references segment (id),
  constraint customer_owner foreign key (owner_id) references person (id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table customer_number (
  id          bigint      not null auto_increment primary key,
  customer_id bigint      not null,
  -- as somebody wrote it
  raw         varchar(64) not null,
  -- with +, without the extension; null when it is no number of any country
  e164        varchar(16) character set ascii collate ascii_bin null,
  extension   varchar(16) character set ascii collate ascii_bin null,
  label       varchar(32) not null default '',
  key customer_number_e164 (e164),
  constraint customer_number_customer foreign key (customer_id) references customer (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row is one call; a later state of it (a higher revision) replaces an earlier one.
create table call_record (
  id            bigint       not null auto_increment primary key,
  pbx           varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  call_id       varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  revision      bigint       not null,
  direction     enum ('INCOMING', 'OUTGOING', 'INTERNAL') not null,
  caller_class  enum ('NUMBER', 'WITHHELD', 'UNAVAILABLE', 'INTERNAL') not null,
  caller_number varchar(64)  not null,
  caller_name   varchar(128) not null,
  e164          varchar(16)  character set ascii collate ascii_bin null,
  -- not a foreign key: a call stays when its customer goes
  customer_id   bigint       null,
  did           varchar(32)  null,
  queue         varchar(64)  null,
  -- login, as it was then
  agent         varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  started_at    datetime(6)  not null,
  answered_at   datetime(6)  null,
  ended_at      datetime(6)  null,
  wait_millis   bigint       not null,
  talk_millis   bigint       not null,
  outcome       enum ('LIVE', 'ANSWERED', 'ABANDONED', 'NOT_ANSWERED', 'BUSY', 'FAILED', 'TIMED_OUT', 'UNKNOWN') not null,
  hung_up_by    varchar(16)  character set ascii null,
  certainty     enum ('LIVE', 'REPAIRED', 'PARTLY_UNKNOWN') not null,
  because       json         not null,
  unique key call_record_call (pbx, call_id),
  key call_record_newest (started_at, id),
  key call_record_customer (customer_id, started_at),
  key call_record_e164 (e164, started_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table call_leg (
  record_id    bigint       not null,
  position     smallint     not null,
  connection   varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  device       varchar(128) not null,
  number       varchar(64)  not null,
  agent        varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  queue        varchar(64)  null,
  -- of the call: an agent's own calls, newest first, are read from the index alone
  call_started_at datetime(6) not null,
  started_at   datetime(6)  not null,
  ringing_at   datetime(6)  null,
  answered_at  datetime(6)  null,
  ended_at     datetime(6)  null,
  talk_millis  bigint       not null,
  held_millis  bigint       not null,
  cause        varchar(32)  character set ascii null,
  q850         smallint     not null,
  primary key (record_id, position),
  key call_leg_agent (agent, call_started_at, record_id),
  constraint call_leg_record foreign key (record_id) references call_record (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
