-- What each part of a message belongs to, so that it can wait while that is paused; and the workspaces that removed the app.

alter table occasion add column initiative_id uuid;

create table departed (
  workspace_id varchar(32) primary key,
  since        timestamp(6) with time zone not null
);
