-- Who takes part in an initiative and as what, its home, its days, and when it rests.

alter table initiative add column purpose varchar(1000) default '' not null;
alter table initiative add column home_channel varchar(32);
alter table initiative add column working_days varchar(80)
  default 'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY' not null;
alter table initiative add column holidays varchar(4000) default '' not null;
alter table initiative add column archived_at timestamp(6) with time zone;
alter table initiative add column paused_until date;
alter table initiative add constraint initiative_home unique (workspace_id, home_channel);

create table member (
  workspace_id  varchar(32) not null,
  initiative_id uuid        not null,
  user_id       varchar(32) not null,
  role          varchar(16) not null,
  added_by      varchar(32) not null,
  added_at      timestamp(6) with time zone not null,
  primary key (workspace_id, initiative_id, user_id)
);
create index member_of_person on member (workspace_id, user_id);

-- Until now nobody was shut out: those who had a part in it keep it.
insert into member (workspace_id, initiative_id, user_id, role, added_by, added_at)
  select workspace_id, id, lead_id, 'LEAD', created_by, created_at from initiative;
insert into member (workspace_id, initiative_id, user_id, role, added_by, added_at)
  select distinct i.workspace_id, i.id, had.user_id, 'FACILITATOR', i.created_by, i.created_at
  from initiative i
  join (
    select workspace_id, id initiative_id, created_by user_id from initiative
    union select workspace_id, initiative_id, recorded_by from input
    union select workspace_id, initiative_id, owner_id from input
  ) had on had.workspace_id = i.workspace_id and had.initiative_id = i.id
  where had.user_id <> i.lead_id;

-- A guest of the workspace can be written to, and takes part in no initiative.
alter table person add column guest boolean default false not null;
