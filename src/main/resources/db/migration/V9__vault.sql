-- What is sealed: a key for each subject, wrapped in the master key, and one for the house.

create table row_key (
  workspace_id varchar(32) not null,
  subject_id   uuid        not null,
  wrapped      text        not null,
  created_at   timestamp(6) with time zone not null,
  primary key (workspace_id, subject_id)
);

create table house_key (
  id      integer not null primary key,
  wrapped text    not null
);

-- The address of a sponsor is sealed, and found again by its fingerprint. What is there in plain
-- is sealed at the next start, which has the key that a migration has not.
alter table sponsor add column sealed_address text;
alter table sponsor add column address_print varchar(64);
alter table sponsor alter column address drop not null;
alter table sponsor drop constraint sponsor_once;
alter table sponsor add constraint sponsor_address_once
  unique (workspace_id, initiative_id, address_print);
