-- Reminders that come again: nagging until done, or recurring by a rule of wall time.

alter table reminder add column initiative_id uuid;
-- The zone that the due time was meant in; null for a moment that is the same wherever one is.
alter table reminder add column zone varchar(64);
alter table reminder add column nag_days integer;
alter table reminder add column nag_times integer;
alter table reminder add column unanswered integer default 0 not null;
alter table reminder add column rule varchar(120);
alter table reminder add column snoozed boolean default false not null;
-- When it would have come, if a pause of its initiative had not been in the way.
alter table reminder add column put_off_from timestamp(6) with time zone;

update reminder set initiative_id = (
  select input.initiative_id from input
  where input.workspace_id = reminder.workspace_id and input.id = reminder.subject_id)
where kind = 'feedback.report-back';

create index reminder_of_person on reminder (workspace_id, recipient, state, due_at);
create index reminder_of_initiative on reminder (workspace_id, initiative_id, state, due_at);

-- Work of the night, one row each, claimed by whichever node comes first.
create table nightly (
  name   varchar(40) not null primary key,
  due_at timestamp(6) with time zone not null
);
