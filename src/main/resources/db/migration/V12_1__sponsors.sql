-- What is known of a sponsor, what goes into their digest, and what is asked of them. Words about a sponsor are
-- sealed with their key.

create table sponsor_profile (
  workspace_id  varchar(32)  not null,
  sponsor_id    uuid         not null,
  title         varchar(120) not null,
  sealed_words  text,
  rhythm        varchar(16)  not null,
  weekday       integer      not null,
  at_time       varchar(5)   not null,
  zone          varchar(64)  not null,
  when_still    varchar(8)   not null,
  unapproved    boolean      not null,
  silent_days   integer      not null,
  away_until    date,
  left_on       date,
  checked_on    date         not null,
  primary key (workspace_id, sponsor_id)
);

create table sponsor_objective (
  workspace_id varchar(32)  not null,
  id           uuid         not null,
  sponsor_id   uuid         not null,
  kind         varchar(16)  not null,
  sealed_words text         not null,
  of_year      integer      not null,
  topics       varchar(200) not null,
  noted_at     timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);
create index sponsor_objective_of on sponsor_objective (workspace_id, sponsor_id, noted_at);

create table sponsor_deed (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  sponsor_id   uuid        not null,
  kind         varchar(16) not null,
  sealed_words text        not null,
  on_day       date        not null,
  input_id     uuid,
  noted_by     varchar(32) not null,
  noted_at     timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);
create index sponsor_deed_of on sponsor_deed (workspace_id, sponsor_id, on_day);

create table blockage (
  workspace_id  varchar(32)   not null,
  id            uuid          not null,
  initiative_id uuid          not null,
  sponsor_id    uuid          not null,
  what          varchar(500)  not null,
  since_on      date          not null,
  help          varchar(500)  not null,
  until_on      date          not null,
  state         varchar(16)   not null,
  asked_by      varchar(32)   not null,
  asked_at      timestamp(6) with time zone not null,
  settled_at    timestamp(6) with time zone,
  request_key   varchar(200)  not null,
  primary key (workspace_id, id),
  constraint blockage_once unique (workspace_id, request_key)
);
create index blockage_of on blockage (workspace_id, initiative_id, state);

create table early_win (
  workspace_id  varchar(32)  not null,
  id            uuid         not null,
  initiative_id uuid         not null,
  words         varchar(500) not null,
  source        varchar(200) not null,
  on_day        date         not null,
  proven        boolean      not null,
  noted_by      varchar(32)  not null,
  noted_at      timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);
create index early_win_of on early_win (workspace_id, initiative_id, noted_at);

create table interest (
  workspace_id  varchar(32)  not null,
  initiative_id uuid         not null,
  kind          varchar(16)  not null,
  on_day        date         not null,
  counted       integer      not null,
  source        varchar(200) not null,
  noted_by      varchar(32)  not null,
  noted_at      timestamp(6) with time zone not null,
  primary key (workspace_id, initiative_id, kind, on_day)
);

-- One digest of a sponsor in a period; the slot is given back when the mail could not be delivered.
alter table digest add column state varchar(16) default 'SENT' not null;
alter table digest add column slot varchar(20);
alter table digest add column due_at timestamp(6) with time zone;
alter table digest add column ask uuid;
alter table digest add column edited_by varchar(32);
create unique index digest_once on digest (workspace_id, sponsor_id, slot);

create table digest_line (
  workspace_id varchar(32)   not null,
  digest_id    uuid          not null,
  place        integer       not null,
  topic        varchar(16)   not null,
  words        varchar(1000) not null,
  source       varchar(300)  not null,
  objective_id uuid,
  so_far       boolean       not null,
  edited_by    varchar(32),
  primary key (workspace_id, digest_id, place)
);

-- Where somebody wants to see a digest before its sponsor does.
create table digest_test (
  workspace_id   varchar(32) not null,
  id             uuid        not null,
  digest_id      uuid        not null,
  sealed_address text        not null,
  asked_by       varchar(32) not null,
  asked_at       timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);
