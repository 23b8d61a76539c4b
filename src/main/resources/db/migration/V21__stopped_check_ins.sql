-- Somebody stopped the check-ins of a plan: it is kept, and reminds nobody until it is planned anew.
alter table engagement add column plan_stopped boolean default false not null;

-- What takes the place of a check-in leaves one that is open, so where none is the stop still counts.
update engagement set plan_stopped = true, check_in_at = null
where plan_since is not null
  and exists (
    select 1 from reminder r where r.workspace_id = engagement.workspace_id
      and r.kind = 'practice.check-in' and r.subject_id = engagement.id and r.state = 'STOPPED')
  and not exists (
    select 1 from reminder r where r.workspace_id = engagement.workspace_id
      and r.kind = 'practice.check-in' and r.subject_id = engagement.id
      and r.state in ('WAITING', 'RESTING', 'AWAY', 'FIRED'));
