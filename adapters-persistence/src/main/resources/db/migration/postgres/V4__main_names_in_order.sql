-- The main names alone, from the largest city on. Large cities have sixty other names each: a walk through all names meets
-- few cities.
CREATE INDEX city_name_main_in_order ON city_name (population DESC, city_id) WHERE lexemes @@ '''='':*'::tsquery;
