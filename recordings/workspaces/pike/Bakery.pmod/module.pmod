//! What is baked, and of what.

//! How much of the flour's weight is water.
constant HYDRATION = 0.65;

//! The loaves of one day, in the order in which they leave the oven.
class Batch {
  string name;
  array(object) loaves = ({ });

  protected void create(string name) {
    this::name = name;
  }

  //! Adds a loaf, and tells how many there are.
  int add(object loaf) {
    loaves += ({ loaf });
    return sizeof(loaves);
  }

  //! The weight of all loaves together, in grams.
  int total_weight() {
    int sum = 0;
    foreach (loaves, object loaf)
      sum += loaf->weight();
    return sum;
  }

  //! What all loaves cost together, in öre.
  int total_price() {
    int sum = 0;
    foreach (loaves, object loaf)
      sum += loaf->price();
    return sum;
  }
}

//! The water that goes with so much flour, in grams.
int water_for(int flour) {
  return (int) (flour * HYDRATION);
}
