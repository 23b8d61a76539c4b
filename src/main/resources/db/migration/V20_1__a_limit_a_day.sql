-- How many messages somebody has had today is asked whenever a reminder fires.
create index outbox_of_recipient on outbox (workspace_id, recipient, created_at);
