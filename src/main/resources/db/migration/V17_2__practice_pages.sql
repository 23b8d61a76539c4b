-- The list of practices by readiness is put in order from the index alone; whole rows are read for one page.
create index engagement_page on engagement (workspace_id, initiative_id, rated_on, ready_sum, id);
