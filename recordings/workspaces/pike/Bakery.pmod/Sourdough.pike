//! Rye that rises by itself, if one waits.

inherit .Rye : rye;

//! How long it rests before it is baked, in hours.
int resting_time = 16;

//! From the first stir to the first slice, in minutes.
int patience() {
  return resting_time * 60 + baking_time();
}

string sign() {
  return rye::sign() + " · surdeg";
}
