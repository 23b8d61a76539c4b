-- One row for each contributor of an initiative, also when two people log their input at the same moment.

alter table contributor add column name_key varchar(400);
update contributor set name_key = lower(name) where user_id is null;

update input set contributor_id = (
  select earliest.id from contributor mine
  join contributor earliest on earliest.workspace_id = mine.workspace_id
    and earliest.initiative_id = mine.initiative_id
    and (earliest.user_id = mine.user_id or earliest.name_key = mine.name_key)
  where mine.workspace_id = input.workspace_id and mine.id = input.contributor_id
  order by earliest.id fetch first 1 rows only);
delete from contributor where not exists (
  select 1 from input
  where input.workspace_id = contributor.workspace_id and input.contributor_id = contributor.id);

alter table contributor add constraint contributor_account unique (workspace_id, initiative_id, user_id);
alter table contributor add constraint contributor_name unique (workspace_id, initiative_id, name_key);
