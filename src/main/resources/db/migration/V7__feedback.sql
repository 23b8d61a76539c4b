-- Input in full: who gave it and how to reach them, rounds, decisions with their history, and what
-- became of telling each of them.

alter table contributor add column grp varchar(60);
alter table contributor add column patient boolean default false not null;
alter table contributor add column reach varchar(16) default 'BY_HAND' not null;
-- Sealed with a key of the contributor's own.
alter table contributor add column address text;
alter table contributor add column opted_out_at timestamp(6) with time zone;
update contributor set reach = 'SLACK' where user_id is not null;

create table input_round (
  workspace_id  varchar(32)  not null,
  id            uuid         not null,
  initiative_id uuid         not null,
  name          varchar(120) not null,
  name_key      varchar(240) not null,
  ends_on       date,
  steers        varchar(16),
  owner_id      varchar(32)  not null,
  created_at    timestamp(6) with time zone not null,
  closed_at     timestamp(6) with time zone,
  closed_by     varchar(32),
  version       integer      not null,
  primary key (workspace_id, id),
  constraint input_round_once unique (workspace_id, initiative_id, name_key)
);

-- A decision is never changed: another one takes its place, for one input or for many.
create table decision (
  workspace_id  varchar(32) not null,
  id            uuid        not null,
  initiative_id uuid        not null,
  outcome       varchar(16) not null,
  weighed       text        not null,
  reason        text        not null,
  link          text,
  decided_by    varchar(32) not null,
  decided_at    timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);

-- Which decisions an input has had; input.decision_id is the one that holds.
create table input_decision (
  workspace_id varchar(32) not null,
  input_id     uuid        not null,
  decision_id  uuid        not null,
  noted_at     timestamp(6) with time zone not null,
  primary key (workspace_id, input_id, decision_id)
);
create index input_decision_of_decision on input_decision (workspace_id, decision_id);

alter table input add column decision_id uuid;
alter table input add column round_id uuid;
alter table input add column steers varchar(16);
alter table input add column channel varchar(16);
alter table input add column link text;
alter table input add column may_be_named boolean default false not null;
alter table input add column withdrawn_at timestamp(6) with time zone;
alter table input add column merged_into uuid;

insert into decision (workspace_id, id, initiative_id, outcome, weighed, reason, decided_by, decided_at)
select workspace_id, id, initiative_id, outcome, coalesce(weighed, ''), coalesce(reason, ''),
  coalesce(decided_by, owner_id), decided_at
from input where decided_at is not null and outcome <> 'PENDING';
insert into input_decision (workspace_id, input_id, decision_id, noted_at)
select workspace_id, id, id, decided_at from decision;
update input set decision_id = id where decided_at is not null and outcome <> 'PENDING';

alter table input drop column outcome;
alter table input drop column weighed;
alter table input drop column reason;
alter table input drop column decided_by;
alter table input drop column decided_at;

create index input_of_round on input (workspace_id, round_id);
create index input_of_decision on input (workspace_id, decision_id);
create index input_of_contributor on input (workspace_id, contributor_id);
create index input_merged on input (workspace_id, merged_into);

alter table report_back add column unreachable_why varchar(16);
alter table report_back add column told_how varchar(16);
alter table report_back add column told_decision uuid;
alter table report_back add column wording text;
alter table report_back add column weighing_told_at timestamp(6) with time zone;
alter table report_back add column answer varchar(20);
alter table report_back add column answer_words text;
alter table report_back add column answered_at timestamp(6) with time zone;
alter table report_back add column version integer default 0 not null;
update report_back set told_how = 'IN_PERSON', told_decision = input_id where state = 'TOLD';
create index report_back_due on report_back (workspace_id, state, due_on);

-- A request that is repeated keeps one draft, with all that was filled in.
alter table draft add column request_key varchar(200);
update draft set request_key = cast(id as varchar(36));
alter table draft alter column request_key set not null;
alter table draft add constraint draft_once unique (workspace_id, request_key);
alter table draft add column details text default '' not null;
