-- One row while somebody moves a register here: until then it is not whole.
CREATE TABLE unfinished_move (
  source  TEXT    NOT NULL, -- the place that it comes from, without a password
  changes INTEGER NOT NULL -- the last number of its change log when the move began
) STRICT;
