-- Why an import failed or stopped, so that pages can say it in their reader's language.

alter table import_job
  -- a word of the product's; trouble says the same in English, with figures
  add column trouble_reason varchar(64) character set ascii collate ascii_bin null,
  -- of the file, where it broke; 0 where that is not in any row
  add column trouble_row    bigint not null default 0;

-- What was written before has no word: the sentence is all there is.
update import_job set trouble_reason = 'other' where trouble is not null;
