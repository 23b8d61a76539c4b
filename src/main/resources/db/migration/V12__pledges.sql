-- What people promised to do, and what became of it. Of patients there is only a number.

create table pledge (
  workspace_id  varchar(32)  not null,
  id            uuid         not null,
  initiative_id uuid         not null,
  user_id       varchar(32),
  name          varchar(200) not null,
  name_key      varchar(400) not null,
  head_count    integer      not null,
  grp           varchar(60)  not null,
  words         varchar(1000) not null,
  due_on        date         not null,
  owner_id      varchar(32)  not null,
  recorded_at   timestamp(6) with time zone not null,
  request_key   varchar(200) not null,
  state         varchar(16)  not null,
  evidence      varchar(1000),
  settled_by    varchar(32),
  settled_at    timestamp(6) with time zone,
  version       integer      not null,
  primary key (workspace_id, id),
  constraint pledge_once unique (workspace_id, request_key)
);
create index pledge_of_initiative on pledge (workspace_id, initiative_id, state, due_on);
