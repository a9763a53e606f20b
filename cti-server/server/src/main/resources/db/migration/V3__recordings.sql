-- Recordings: what the exchange said it recorded, and what lies in its folder. No foreign key to the call: a file without
-- a call is kept, and a call that is added later finds it by the id of its connection.
create table recording (
  id            bigint       not null auto_increment primary key,
  pbx           varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  -- whose it is, as call_leg names it; null while nobody knows
  connection    varchar(200) character set utf8mb4 collate utf8mb4_bin null,
  -- the first, second ... of this connection
  segment       smallint     not null,
  call_id       varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  -- below the folder, with / between; null when the exchange named none and none was found
  file          varchar(255) character set utf8mb4 collate utf8mb4_bin null,
  started_at    datetime(6)  null,
  ended_at      datetime(6)  null,
  -- how long others heard this party meanwhile: the file is no shorter
  talk_millis   bigint       not null,
  -- [{"from": millis, "to": millis or null, "by": login or null}]
  pauses        json         not null,
  state         enum ('EXPECTED', 'THERE', 'MISSING', 'TRUNCATED', 'ORPHANED') not null,
  -- what is wrong with it, as one word
  trouble       varchar(32)  character set ascii null,
  bytes         bigint       null,
  length_millis bigint       null,
  checked_at    datetime(6)  null,
  unique key recording_segment (connection, segment),
  key recording_call (pbx, call_id),
  key recording_file (pbx, file),
  key recording_state (state, ended_at)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who listened to what.
create table recording_heard (
  recording_id bigint      not null,
  login        varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  at           datetime(6) not null,
  primary key (recording_id, login, at),
  constraint recording_heard_recording foreign key (recording_id) references recording (id) on delete cascade
);

create index call_leg_connection on call_leg (connection);
