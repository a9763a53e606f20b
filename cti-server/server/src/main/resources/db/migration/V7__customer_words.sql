-- Several words at once are looked for customer by customer: their words and sounds are read from this index alone.
alter table customer_word
  drop key customer_word_customer,
  add key customer_word_customer (customer_id, sound);
