alter table plan_document
  add constraint plan_document_place foreign key (unit_id, unit_path) references unit (id, path) on update cascade;
