-- Every word of letters that can be found, without marks: a slip of the hand is mended against them before anything is searched. Comparing whole titles with what was typed took seconds
-- where a country's plans are all called alike. Words are never taken out, and may stand here twice: whoever adds one waits for nobody.
create table search_word (
  word text collate "C" not null
);

insert into search_word select distinct word from search_entry, unnest(tsvector_to_array(words)) as word where word ~ '^[a-z]{2,20}$';
create index search_word_word on search_word (word);

create function keep_search_words() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  insert into search_word
    select distinct word from touched, unnest(tsvector_to_array(touched.words)) as lexeme (word)
    where word ~ '^[a-z]{2,20}$' and not exists (select from search_word known where known.word = lexeme.word collate "C");
  return null;
end
$$;

create trigger keep_words_made after insert on search_entry referencing new table as touched
  for each statement execute function keep_search_words();
create trigger keep_words_changed after update on search_entry referencing new table as touched
  for each statement execute function keep_search_words();

-- Whole spellings are compared for names only: of units, people and clusters.
drop index search_entry_folded;
create index search_entry_name on search_entry using gin (folded gin_trgm_ops) where kind in ('unit', 'person', 'cluster');
alter function entries_near(jsonb, text[], text, integer) set enable_seqscan = off;
