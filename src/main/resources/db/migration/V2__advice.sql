-- What people make of the tips: one vote for each person and tip, and the tips that they keep.

create table tip_vote (
  workspace_id varchar(32)  not null,
  tip_id       varchar(120) not null,
  user_id      varchar(32)  not null,
  helped       boolean      not null,
  voted_at     timestamp(6) with time zone not null,
  primary key (workspace_id, tip_id, user_id)
);

create index tip_vote_of_user on tip_vote (workspace_id, user_id);

create table saved_tip (
  workspace_id varchar(32)  not null,
  user_id      varchar(32)  not null,
  tip_id       varchar(120) not null,
  saved_at     timestamp(6) with time zone not null,
  primary key (workspace_id, user_id, tip_id)
);
