//! Those who wait, and in which order they are called.

//! First come, first served.
class Line {
  protected array(mixed) waiting = ({ });

  //! Somebody joins at the end.
  void join(mixed newcomer) {
    waiting += ({ newcomer });
  }

  //! Who is next; the line gets shorter.
  mixed call() {
    mixed first = waiting[0];
    waiting = waiting[1..];
    return first;
  }

  //! How many wait.
  int length() {
    return sizeof(waiting);
  }
}

//! Those who wait for longest are called first, unless others are in a hurry.
class HurriedLine {
  inherit Line;

  //! Somebody joins at the front.
  void jump(mixed newcomer) {
    waiting = ({ newcomer }) + waiting;
  }
}
