-- The record behind the card: who our customers are, how they are reached, what was said and promised, and who touched it.

alter table segment
  -- who stands first where several are candidates: 0 is nobody special
  add column standing smallint not null default 0;

alter table customer
  -- how to say the name, as colleagues wrote it down
  add column say_as      varchar(200) null,
  -- how the name's words sound, sorted: equal for the same name in other scripts and spellings (package customers)
  add column name_key    varchar(64)  character set ascii collate ascii_bin not null default '',
  add column do_not_call boolean      not null default false,
  -- {"field name": value}: the fields that administrators defined
  add column fields      json         not null default '{}',
  -- counts up with every change: the ETag
  add column version     int          not null default 1,
  add column changed_at  datetime(6)  null,
  -- who keeps this record elsewhere, and by which key there; null when it was made here
  add column source      varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  add column source_key  varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  -- the customer that this one turned out to be: its numbers, calls and notes stay here and are shown there
  add column merged_into bigint       null,
  add unique key customer_source (source, source_key),
  add key customer_name_key (name_key),
  add constraint customer_merged_into foreign key (merged_into) references customer (id);

alter table customer_number
  -- the digits from the end: what is searched by its last digits is read from the index
  add column backwards varchar(16) character set ascii collate ascii_bin as (reverse(e164)) virtual,
  -- told by the network or by a person that it reaches nobody any more
  add column moved_at  datetime(6) null,
  add key customer_number_backwards (backwards);

create table customer_mail (
  id          bigint       not null auto_increment primary key,
  customer_id bigint       not null,
  address     varchar(254) not null,
  label       varchar(32)  not null default '',
  key customer_mail_address (address),
  constraint customer_mail_customer foreign key (customer_id) references customer (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table customer_address (
  id          bigint       not null auto_increment primary key,
  customer_id bigint       not null,
  label       varchar(32)  not null default '',
  street      varchar(200) not null default '',
  postal_code varchar(20)  not null default '',
  city        varchar(100) not null default '',
  region      varchar(100) not null default '',
  -- ISO 3166 alpha-2
  country     char(2)      character set ascii collate ascii_bin null,
  constraint customer_address_customer foreign key (customer_id) references customer (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table tag (
  id   int         not null auto_increment primary key,
  name varchar(64) not null,
  unique key tag_name (name)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table customer_tag (
  customer_id bigint not null,
  tag_id      int    not null,
  primary key (customer_id, tag_id),
  key customer_tag_tag (tag_id, customer_id),
  constraint customer_tag_customer foreign key (customer_id) references customer (id) on delete cascade,
  constraint customer_tag_tag foreign key (tag_id) references tag (id) on delete cascade
);

-- A field that administrators defined; its values stand in customer.fields.
create table customer_field (
  id       int          not null auto_increment primary key,
  name     varchar(64)  character set ascii collate ascii_bin not null,
  -- as people read it
  label    varchar(128) not null,
  kind     enum ('TEXT', 'NUMBER', 'DATE', 'YES_NO', 'CHOICE') not null,
  -- of a CHOICE: ["gold", "silver"]
  choices  json         not null default '[]',
  position smallint     not null default 0,
  unique key customer_field_name (name)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a customer allowed or forbade, latest word last.
create table customer_consent (
  id          bigint       not null auto_increment primary key,
  customer_id bigint       not null,
  about       enum ('CALL', 'SMS', 'MAIL', 'RECORDING', 'MARKETING') not null,
  given       boolean      not null,
  at          datetime(6)  not null,
  login       varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  -- how it was given: "on the phone", "form of 2026-03-01"
  remark      varchar(200) not null default '',
  key customer_consent_customer (customer_id, about, at),
  constraint customer_consent_customer foreign key (customer_id) references customer (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The words of a customer's name and company, folded: search as you type reads them by their beginning.
create table customer_word (
  word        varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  customer_id bigint      not null,
  -- how it sounds, whatever script it is written in (package customers): what is typed in another script finds it
  sound       varchar(16) character set ascii collate ascii_bin not null,
  primary key (word, customer_id),
  key customer_word_sound (sound, customer_id),
  key customer_word_customer (customer_id),
  constraint customer_word_customer foreign key (customer_id) references customer (id) on delete cascade
);

create table customer_note (
  id          bigint        not null auto_increment primary key,
  customer_id bigint        not null,
  at          datetime(6)   not null,
  login       varchar(64)   character set utf8mb4 collate utf8mb4_bin null,
  text        varchar(2000) not null,
  key customer_note_customer (customer_id, at),
  constraint customer_note_customer foreign key (customer_id) references customer (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A promise to call somebody.
create table call_back (
  id          bigint        not null auto_increment primary key,
  customer_id bigint        null,
  -- with + where it is a number of a country
  number      varchar(64)   not null,
  due_at      datetime(6)   not null,
  person_id   int           null,
  state       enum ('OPEN', 'DONE', 'CANCELLED') not null default 'OPEN',
  remark      varchar(500)  not null default '',
  -- the call it was promised in, and the one that kept the promise
  pbx         varchar(64)   character set utf8mb4 collate utf8mb4_bin null,
  call_id     varchar(128)  character set utf8mb4 collate utf8mb4_bin null,
  made_at     datetime(6)   not null,
  made_by     varchar(64)   character set utf8mb4 collate utf8mb4_bin null,
  ended_at    datetime(6)   null,
  ended_by    varchar(64)   character set utf8mb4 collate utf8mb4_bin null,
  version     int           not null default 1,
  key call_back_customer (customer_id, state, due_at),
  key call_back_due (state, due_at),
  key call_back_person (person_id, state, due_at),
  constraint call_back_customer foreign key (customer_id) references customer (id) on delete set null,
  constraint call_back_person foreign key (person_id) references person (id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What agents taught us: that this number, which the book gives to several or to nobody, is this customer.
create table learned_number (
  e164        varchar(16) character set ascii collate ascii_bin not null,
  extension   varchar(16) character set ascii collate ascii_bin not null default '',
  customer_id bigint      not null,
  login       varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  chosen      int         not null default 1,
  -- how often somebody chose another one although this stood first
  wrong       int         not null default 0,
  last_at     datetime(6) not null,
  primary key (e164, extension, customer_id),
  constraint learned_number_customer foreign key (customer_id) references customer (id) on delete cascade
);

-- Everything that happened to customers, in one order: others keep in step by reading on from where they were. Not a
-- foreign key: a deletion is told as well.
create table customer_change (
  seq         bigint       not null auto_increment primary key,
  customer_id bigint       not null,
  what        enum ('CREATED', 'CHANGED', 'DELETED', 'MERGED', 'UNMERGED') not null,
  -- of a MERGED or UNMERGED one
  other_id    bigint       null,
  source      varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  source_key  varchar(128) character set utf8mb4 collate utf8mb4_bin null,
  at          datetime(6)  not null,
  login       varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  key customer_change_customer (customer_id, seq)
);

-- Who viewed, edited or exported whom. Stays when the customer goes.
create table customer_access (
  id          bigint       not null auto_increment primary key,
  -- null where it was many at once: a search, an export
  customer_id bigint       null,
  login       varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  what        enum ('VIEWED', 'CREATED', 'EDITED', 'DELETED', 'MERGED', 'UNMERGED', 'IMPORTED', 'EXPORTED') not null,
  -- which fields, which file, how many rows; never a value
  detail      varchar(500) character set utf8mb4 collate utf8mb4_bin not null default '',
  at          datetime(6)  not null,
  key customer_access_customer (customer_id, at),
  key customer_access_login (login, at)
);

-- One customer that turned out to be another; what the winner was before, so that it can be undone.
create table customer_merge (
  id        bigint      not null auto_increment primary key,
  winner_id bigint      not null,
  loser_id  bigint      not null,
  at        datetime(6) not null,
  login     varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  -- the winner's own fields before, and as the merge left them: {"name": ["before", "after"]}
  fields    json        not null,
  undone_at datetime(6) null,
  undone_by varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  key customer_merge_winner (winner_id),
  key customer_merge_loser (loser_id),
  constraint customer_merge_winner foreign key (winner_id) references customer (id) on delete cascade,
  constraint customer_merge_loser foreign key (loser_id) references customer (id) on delete cascade
);

-- Two customers that somebody looked at and found to be two.
create table customer_not_same (
  one_id   bigint      not null,
  other_id bigint      not null,
  at       datetime(6) not null,
  login    varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (one_id, other_id),
  constraint customer_not_same_one foreign key (one_id) references customer (id) on delete cascade,
  constraint customer_not_same_other foreign key (other_id) references customer (id) on delete cascade
);

-- What was answered to a request with an idempotency key: the same request again is answered the same and does nothing.
create table idempotent_request (
  login        varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  given_key    varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  -- SHA-256 of method, path and body: the same key with another request is refused
  request_hash binary(32)   not null,
  -- null while the first one is still at work
  status       smallint     null,
  location     varchar(200) null,
  body         mediumtext   null,
  at           datetime(6)  not null,
  primary key (login, given_key),
  key idempotent_request_at (at)
);

-- Teams of people, and what they look after.
create table team (
  id   int         not null auto_increment primary key,
  name varchar(64) not null,
  unique key team_name (name)
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table team_person (
  team_id   int not null,
  person_id int not null,
  primary key (team_id, person_id),
  key team_person_person (person_id),
  constraint team_person_team foreign key (team_id) references team (id) on delete cascade,
  constraint team_person_person foreign key (person_id) references person (id) on delete cascade
);

-- What a case is about, who gets it, and how long it may take.
create table case_category (
  id                   int         not null auto_increment primary key,
  name                 varchar(64) not null,
  kind                 enum ('REQUEST', 'COMPLAINT') not null,
  team_id              int         null,
  -- whom it goes to when it is overdue
  escalation_team_id   int         null,
  first_answer_minutes int         null,
  solution_minutes     int         null,
  active               boolean     not null default true,
  unique key case_category_name (name),
  constraint case_category_team foreign key (team_id) references team (id) on delete set null,
  constraint case_category_escalation foreign key (escalation_team_id) references team (id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table customer_case (
  id              bigint        not null auto_increment primary key,
  customer_id     bigint        not null,
  category_id     int           not null,
  title           varchar(200)  not null,
  text            varchar(4000) not null default '',
  priority        enum ('LOW', 'NORMAL', 'HIGH', 'URGENT') not null default 'NORMAL',
  state           enum ('NEW', 'IN_WORK', 'WAITING', 'SOLVED', 'CLOSED') not null default 'NEW',
  team_id         int           null,
  person_id       int           null,
  opened_at       datetime(6)   not null,
  opened_by       varchar(64)   character set utf8mb4 collate utf8mb4_bin null,
  due_at          datetime(6)   null,
  answer_due_at   datetime(6)   null,
  first_answer_at datetime(6)   null,
  solved_at       datetime(6)   null,
  closed_at       datetime(6)   null,
  escalated_at    datetime(6)   null,
  version         int           not null default 1,
  key customer_case_customer (customer_id, opened_at),
  key customer_case_due (state, due_at),
  key customer_case_team (team_id, state, due_at),
  key customer_case_person (person_id, state, due_at),
  constraint customer_case_customer foreign key (customer_id) references customer (id) on delete cascade,
  constraint customer_case_category foreign key (category_id) references case_category (id),
  constraint customer_case_team foreign key (team_id) references team (id) on delete set null,
  constraint customer_case_person foreign key (person_id) references person (id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What happened to a case, step by step.
create table case_step (
  id      bigint        not null auto_increment primary key,
  case_id bigint        not null,
  at      datetime(6)   not null,
  -- null where a rule did it
  login   varchar(64)   character set utf8mb4 collate utf8mb4_bin null,
  what    enum ('OPENED', 'ANSWERED', 'NOTED', 'STATE', 'PRIORITY', 'TEAM', 'PERSON', 'DUE', 'CATEGORY', 'CALL', 'ESCALATED') not null,
  was     varchar(200)  null,
  became  varchar(200)  null,
  text    varchar(2000) not null default '',
  key case_step_case (case_id, at),
  constraint case_step_case foreign key (case_id) references customer_case (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A call that belongs to a case. Not a foreign key to the call: its row may come later.
create table case_call (
  case_id bigint       not null,
  pbx     varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  call_id varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (case_id, pbx, call_id),
  key case_call_call (pbx, call_id),
  constraint case_call_case foreign key (case_id) references customer_case (id) on delete cascade
);

-- A file of customers that somebody brings in.
create table import_job (
  id         bigint       not null auto_increment primary key,
  -- of the file as it was given, for people
  name       varchar(255) not null,
  format     enum ('CSV', 'XLSX', 'VCARD') not null,
  bytes      bigint       not null,
  -- which column is which field, and how the file is read
  mapping    json         not null,
  dry_run    boolean      not null,
  state      enum ('UPLOADED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED') not null default 'UPLOADED',
  -- rows that are settled: what comes after them is read when it goes on
  position   bigint       not null default 0,
  total_rows bigint       null,
  added      bigint       not null default 0,
  changed    bigint       not null default 0,
  unchanged  bigint       not null default 0,
  refused    bigint       not null default 0,
  -- why it failed, for people
  trouble    varchar(500) null,
  login      varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  made_at    datetime(6)  not null,
  started_at datetime(6)  null,
  ended_at   datetime(6)  null
) character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table import_refusal (
  job_id      bigint       not null,
  -- from 1, as the file counts them
  file_row    bigint       not null,
  position    smallint     not null,
  -- the column as the file names it
  field       varchar(128) not null,
  -- what stood there, cut
  value       varchar(200) not null,
  -- a word of the product's, which the pages translate
  reason      varchar(64)  character set ascii collate ascii_bin not null,
  -- the whole row was left out, or only this value
  whole_row   boolean      not null,
  primary key (job_id, file_row, position),
  constraint import_refusal_job foreign key (job_id) references import_job (id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_520_ci;
