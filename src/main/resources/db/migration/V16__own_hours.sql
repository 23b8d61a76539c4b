-- When somebody wants to be written to, as far as they said so; everybody else has the usual hours.
-- Times of day are written as 09:00, days by their names, with commas between them.
create table own_hours (
  workspace_id varchar(32) not null,
  user_id      varchar(32) not null,
  from_time    varchar(5)  not null,
  until_time   varchar(5)  not null,
  days         varchar(64) not null,
  primary key (workspace_id, user_id)
);
