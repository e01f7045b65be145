-- One row while somebody moves a register here: until then it is not whole.
CREATE TABLE unfinished_move (
  source  text   COLLATE "C" NOT NULL, -- the place that it comes from, without a password
  changes bigint NOT NULL -- the last number of its change log when the move began
);
