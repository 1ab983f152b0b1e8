//! The one oven that there is.

#include "units.h"

//! How much fits in at once, in grams.
constant CAPACITY = GRAMS(24);

private array(object) waiting = ({ });

//! Puts a loaf into the queue.
void enqueue(object loaf) {
  waiting += ({ loaf });
}

//! Takes out of the queue what fits into the oven.
array(object) next_load() {
  array(object) load = ({ });
  int room = CAPACITY;
  while (sizeof(waiting) && waiting[0]->weight() <= room) {
    object loaf = waiting[0];
    waiting = waiting[1..];
    room -= loaf->weight();
    load += ({ loaf });
  }
  return load;
}

//! How long a load takes: as long as its slowest loaf.
int minutes(array(object) load) {
  return max(0, @load->baking_time());
}
