-- Who decides in a practice, and who is listened to. What identifies a person is sealed in the vault
-- under the row's id; name_print tells whether two names are the same without saying which.
create table practice_contact (
  workspace_id varchar(32)   not null,
  id           uuid          not null,
  practice_id  uuid          not null,
  part         varchar(16)   not null,
  name         varchar(2000) not null,
  name_print   varchar(64)   not null,
  role         varchar(2000) not null,
  reach        varchar(2000) not null,
  left_on      date,
  noted_by     varchar(32)   not null,
  noted_at     timestamp(6) with time zone not null,
  primary key (workspace_id, id)
);
create index practice_contact_of on practice_contact (workspace_id, practice_id);
create index practice_contact_named on practice_contact (workspace_id, name_print);
