//! One crossing: a boat leaves a harbour and arrives at another.

protected object boat;
Harbours.Harbour from;
Harbours.Harbour to;
//! In minutes after midnight.
int leaves;

protected void create(object boat, Harbours.Harbour from, Harbours.Harbour to, int leaves) {
  this::boat = boat;
  this::from = from;
  this::to = to;
  this::leaves = leaves;
}

//! When the boat is on the other side, in minutes after midnight.
int arrival() {
  return leaves + boat->duration(Harbours.distance(from, to));
}

//! How many people may come along.
int room() {
  return boat->capacity();
}

//! As it stands on the board.
string line() {
  return sprintf("%s  %s → %s  %s", .module.clock(leaves), from->sign(), to->sign(), boat->title());
}
