//! The harbours of the line, and how far they are apart.

//! A place where a ferry calls.
class Harbour {
  string name;
  //! Nautical miles from the first harbour of the line.
  float position;
  //! Whether there is room for cars on the quay.
  int takes_cars;

  protected void create(string name, float position, int takes_cars) {
    this::name = name;
    this::position = position;
    this::takes_cars = takes_cars;
  }

  //! As it stands on the sign.
  string sign() {
    return takes_cars ? name + " 🚗" : name;
  }
}

private array(Harbour) known = ({
  Harbour("Norrvik", 0.0, 1),
  Harbour("Lilla Ön", 4.5, 0),
  Harbour("Västersand", 9.25, 1),
  Harbour("灯台 (Fyren)", 14.0, 0),
});

//! All harbours in the order in which ferries call.
array(Harbour) all() {
  return copy_value(known);
}

//! The harbour with this name; zero when there is none.
Harbour named(string name) {
  foreach (known, Harbour harbour)
    if (harbour->name == name)
      return harbour;
  return 0;
}

//! How far it is from one harbour to the other, in nautical miles.
float distance(Harbour from, Harbour to) {
  return abs(to->position - from->position);
}
