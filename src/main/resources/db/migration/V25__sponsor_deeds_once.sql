-- A form that is sent twice notes one deed; what follows from something else has no request of its own.

alter table sponsor_deed add column request_key varchar(200);
create unique index sponsor_deed_once on sponsor_deed (workspace_id, request_key);
