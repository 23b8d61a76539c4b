-- Practices: who they are, how ready they were seen to be, and who is in touch with them, how and why.

create table practice (
  workspace_id   varchar(32)  not null,
  id             uuid         not null,
  name           varchar(200) not null,
  name_key       varchar(400) not null,
  size           integer,
  record_system  varchar(200) not null,
  region         varchar(120) not null,
  ownership      varchar(200) not null,
  programmes     varchar(500) not null,
  rhythm         varchar(200) not null,
  networks       varchar(500) not null,
  do_not_contact_by varchar(32),
  do_not_contact_at timestamp(6) with time zone,
  created_by     varchar(32)  not null,
  created_at     timestamp(6) with time zone not null,
  primary key (workspace_id, id),
  constraint practice_once unique (workspace_id, name_key)
);

-- The names that a practice had before, so that it is still found by them.
create table practice_name (
  workspace_id varchar(32)  not null,
  name_key     varchar(400) not null,
  practice_id  uuid         not null,
  primary key (workspace_id, name_key)
);

-- A practice that turned out to be another one.
create table practice_merged (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  into_id      uuid        not null,
  primary key (workspace_id, id)
);

-- A practice and an initiative; the scores and their day are those of the latest assessment.
create table engagement (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  practice_id   uuid        not null,
  initiative_id uuid        not null,
  owner_id      varchar(32) not null,
  stage         varchar(20) not null,
  stage_since   date        not null,
  willingness   double precision,
  stability     double precision,
  ready_sum     double precision not null,
  rated_on      date,
  plan_since    date,
  plan_weeks    integer,
  plan_kinds    varchar(100),
  plan_why      varchar(1000),
  last_touch_on date,
  check_in_at   timestamp(6) with time zone,
  began_on      date        not null,
  version       integer     not null,
  primary key (workspace_id, id),
  constraint engagement_once unique (workspace_id, initiative_id, practice_id)
);
create index engagement_by_readiness on engagement (workspace_id, initiative_id, ready_sum, id);
create index engagement_of_practice on engagement (workspace_id, practice_id);
create index engagement_due on engagement (check_in_at);
create index engagement_of_owner on engagement (workspace_id, initiative_id, owner_id);

create table stage_move (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  engagement_id uuid        not null,
  from_stage    varchar(20) not null,
  to_stage      varchar(20) not null,
  moved_on      date        not null,
  note          varchar(1000) not null,
  moved_by      varchar(32) not null,
  primary key (workspace_id, id)
);
create index stage_move_of on stage_move (workspace_id, engagement_id);

create table assessment (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  practice_id   uuid        not null,
  initiative_id uuid        not null,
  purpose       varchar(1000) not null,
  ratings       varchar(300) not null,
  note          varchar(1000) not null,
  rater_id      varchar(32) not null,
  rated_on      date        not null,
  rated_at      timestamp(6) with time zone not null,
  why_again     varchar(1000) not null,
  outcome       varchar(1000) not null,
  told_at       timestamp(6) with time zone,
  request_key   varchar(200) not null,
  primary key (workspace_id, id),
  constraint assessment_once unique (workspace_id, request_key)
);
create index assessment_of on assessment (workspace_id, practice_id, rated_on);

create table touch (
  workspace_id varchar(32) not null,
  id           uuid        not null,
  practice_id  uuid        not null,
  touched_on   date        not null,
  way          varchar(16) not null,
  item_id      uuid,
  note         varchar(1000) not null,
  touched_by   varchar(32) not null,
  request_key  varchar(200) not null,
  primary key (workspace_id, id),
  constraint touch_once unique (workspace_id, request_key)
);
create index touch_of on touch (workspace_id, practice_id, touched_on);

create table library_item (
  workspace_id     varchar(32)  not null,
  id               uuid         not null,
  kind             varchar(16)  not null,
  title            varchar(300) not null,
  topic            varchar(120) not null,
  region           varchar(120) not null,
  link             varchar(1000) not null,
  expires_on       date,
  neighbour        varchar(200) not null,
  neighbour_agreed boolean      not null,
  added_by         varchar(32)  not null,
  added_at         timestamp(6) with time zone not null,
  withdrawn_at     timestamp(6) with time zone,
  primary key (workspace_id, id)
);

-- A practice gets a thing once, whoever brings it.
create table item_given (
  workspace_id varchar(32) not null,
  practice_id  uuid        not null,
  item_id      uuid        not null,
  given_on     date        not null,
  given_by     varchar(32) not null,
  primary key (workspace_id, practice_id, item_id)
);

create table demand (
  workspace_id varchar(32)  not null,
  id           uuid         not null,
  practice_id  uuid         not null,
  kind         varchar(16)  not null,
  name         varchar(200) not null,
  from_on      date         not null,
  until_on     date,
  noted_by     varchar(32)  not null,
  primary key (workspace_id, id)
);
create index demand_of on demand (workspace_id, practice_id, from_on);

-- The weeks between contacts where an initiative has other ones than usual, and why.
create table cadence (
  workspace_id  varchar(32) not null,
  initiative_id uuid        not null,
  stage         varchar(20) not null,
  weeks         integer     not null,
  why           varchar(1000) not null,
  set_by        varchar(32) not null,
  set_at        timestamp(6) with time zone not null,
  primary key (workspace_id, initiative_id, stage)
);

-- Who went on although the bot held something back, and why.
create table practice_override (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  practice_id   uuid        not null,
  initiative_id uuid        not null,
  what          varchar(20) not null,
  reason        varchar(1000) not null,
  by_id         varchar(32) not null,
  at            timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);
create index practice_override_of on practice_override (workspace_id, practice_id);

-- What was achieved, and how tired a practice seemed in a month.
create table practice_win (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  practice_id   uuid        not null,
  initiative_id uuid        not null,
  won_on        date        not null,
  what          varchar(1000) not null,
  meaning       varchar(1000) not null,
  noted_by      varchar(32) not null,
  primary key (workspace_id, id)
);
create index practice_win_of on practice_win (workspace_id, initiative_id, won_on);

create table practice_pulse (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  practice_id   uuid        not null,
  initiative_id uuid        not null,
  in_month      date        not null,
  tiredness     integer     not null,
  primary key (workspace_id, id)
);
create index practice_pulse_of on practice_pulse (workspace_id, initiative_id, in_month);

-- The way from "they are ready" to work: what is agreed, and the first goal in the practice's words.
create table kick_off (
  workspace_id  varchar(32) not null,
  engagement_id uuid        not null,
  opened_on     date        not null,
  opened_by     varchar(32) not null,
  done          varchar(300) not null,
  vision        varchar(1000) not null,
  goal          varchar(1000) not null,
  measure       varchar(1000) not null,
  chosen_by     varchar(20) not null,
  primary key (workspace_id, engagement_id)
);
create table early_win_idea (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  engagement_id uuid        not null,
  idea          varchar(300) not null,
  ease          integer     not null,
  weeks         integer     not null,
  wished        boolean     not null,
  noted_by      varchar(32) not null,
  primary key (workspace_id, id)
);
create index early_win_idea_of on early_win_idea (workspace_id, engagement_id);
