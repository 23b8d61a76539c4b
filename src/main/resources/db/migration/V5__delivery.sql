-- What a message belongs to, so that the log can be shown to its lead; and to whom one is on its way: one at a time.

alter table outbox add column initiative_id uuid;
alter table outbox add column sending_to varchar(90);
alter table outbox add constraint outbox_one_at_a_time unique (workspace_id, sending_to);
