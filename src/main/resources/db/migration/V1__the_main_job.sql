-- One schema for H2 and PostgreSQL. Each table belongs to a workspace, and instants are kept in UTC.

create table person (
  workspace_id       varchar(32)  not null,
  user_id            varchar(32)  not null,
  name               varchar(200) not null,
  zone               varchar(64)  not null,
  reachable          boolean      not null,
  seen_at            timestamp(6) with time zone not null,
  current_initiative uuid,
  primary key (workspace_id, user_id)
);

create table initiative (
  workspace_id varchar(32)  not null,
  id           uuid         not null,
  name         varchar(200) not null,
  name_key     varchar(200) not null,
  lead_id      varchar(32)  not null,
  zone         varchar(64)  not null,
  created_by   varchar(32)  not null,
  created_at   timestamp(6) with time zone not null,
  primary key (workspace_id, id),
  constraint initiative_once unique (workspace_id, name_key)
);

-- What somebody typed before it could be used; kept so that it is not typed twice.
create table draft (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  user_id      varchar(32) not null,
  from_id      varchar(32),
  from_name    varchar(200) not null,
  words        text        not null,
  kept_at      timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);

create table contributor (
  workspace_id  varchar(32)  not null,
  id            uuid         not null,
  initiative_id uuid         not null,
  user_id       varchar(32),
  name          varchar(200) not null,
  primary key (workspace_id, id)
);
create index contributor_of_initiative on contributor (workspace_id, initiative_id);

create table input (
  workspace_id   varchar(32) not null,
  id             uuid        not null,
  initiative_id  uuid        not null,
  contributor_id uuid        not null,
  words          text        not null,
  received_on    date        not null,
  recorded_by    varchar(32) not null,
  recorded_at    timestamp(6) with time zone not null,
  owner_id       varchar(32) not null,
  request_key    varchar(200) not null,
  outcome        varchar(16) not null,
  weighed        text,
  reason         text,
  decided_by     varchar(32),
  decided_at     timestamp(6) with time zone,
  version        integer     not null,
  primary key (workspace_id, id),
  constraint input_once unique (workspace_id, request_key)
);
create index input_of_initiative on input (workspace_id, initiative_id, recorded_at);
create index input_of_owner on input (workspace_id, owner_id);

create table report_back (
  workspace_id varchar(32) not null,
  input_id     uuid        not null,
  due_on       date        not null,
  state        varchar(16) not null,
  told_by      varchar(32),
  told_at      timestamp(6) with time zone,
  primary key (workspace_id, input_id)
);

create table reminder (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  kind         varchar(40) not null,
  subject_id   uuid        not null,
  recipient    varchar(32) not null,
  due_at       timestamp(6) with time zone not null,
  state        varchar(16) not null,
  fired        integer     not null,
  primary key (workspace_id, id)
);
create index reminder_due on reminder (state, due_at);
create index reminder_subject on reminder (workspace_id, kind, subject_id);

create table outbox (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  medium       varchar(16) not null,
  recipient    varchar(64) not null,
  answers_to   varchar(32) not null,
  state        varchar(16) not null,
  not_before   timestamp(6) with time zone not null,
  attempts     integer     not null,
  created_at   timestamp(6) with time zone not null,
  marked_at    timestamp(6) with time zone,
  settled_at   timestamp(6) with time zone,
  reference    varchar(300),
  why          varchar(500),
  primary key (workspace_id, id)
);
create index outbox_due on outbox (state, not_before);

-- One reason to say something to somebody; several may share a message, none is said twice.
create table occasion (
  workspace_id varchar(32)  not null,
  name         varchar(200) not null,
  outbox_id    uuid         not null,
  kind         varchar(40)  not null,
  subject_id   uuid         not null,
  primary key (workspace_id, name)
);
create index occasion_of_message on occasion (workspace_id, outbox_id);

create table sponsor (
  workspace_id  varchar(32)  not null,
  id            uuid         not null,
  initiative_id uuid         not null,
  name          varchar(200) not null,
  address       varchar(254) not null,
  owner_id      varchar(32)  not null,
  created_at    timestamp(6) with time zone not null,
  primary key (workspace_id, id),
  constraint sponsor_once unique (workspace_id, initiative_id, address)
);

create table digest (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  sponsor_id    uuid        not null,
  since         timestamp(6) with time zone not null,
  until         timestamp(6) with time zone not null,
  asked_by      varchar(32) not null,
  primary key (workspace_id, id)
);
create index digest_of_sponsor on digest (workspace_id, sponsor_id, until);
