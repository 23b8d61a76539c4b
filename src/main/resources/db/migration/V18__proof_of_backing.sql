-- What a funder wants to see from an executive: a statement, who signs it, until when. What names somebody is sealed
-- with the sponsor's key.

create table proof (
  workspace_id     varchar(32)  not null,
  id               uuid         not null,
  initiative_id    uuid         not null,
  sponsor_id       uuid         not null,
  for_what         varchar(200) not null,
  sealed_statement text         not null,
  sealed_signatory text         not null,
  due_on           date         not null,
  state            varchar(16)  not null,
  owner_id         varchar(32)  not null,
  noted_at         timestamp(6) with time zone not null,
  settled_at       timestamp(6) with time zone,
  request_key      varchar(200) not null,
  primary key (workspace_id, id),
  constraint proof_once unique (workspace_id, request_key)
);
create index proof_of on proof (workspace_id, sponsor_id, due_on);
create index proof_of_owner on proof (workspace_id, owner_id, state);
